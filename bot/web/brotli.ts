import { constants, brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Writes `name.br` beside each script and style, so that the server never compresses while someone waits. */
export function brotli(): Plugin {
  return {
    name: 'brotli',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!/\.(js|css|svg)$/.test(fileName)) continue;
          const source = file.type === 'chunk' ? file.code : file.source;
          const packed = brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
          this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: packed });
        }
      },
    },
  };
}
