import { constants, brotliCompressSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

/** The oldest browsers the page is built for; `README.md` says what was chosen and why. */
const OLDEST = ['chrome80', 'edge80', 'firefox78', 'safari13.1', 'ios13.4'];

/**
 * Builds the chat page into `dist/`: `assets/*` with a hash in each name, a `.br` beside each file that gets smaller
 * by it, and `manifest.json`, which `page.ts` reads the names from.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  publicDir: 'public',
  plugins: [brotli()],
  // The server looks Preact's JSX up by itself; no plugin is needed for it.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: OLDEST,
    cssTarget: OLDEST,
    manifest: 'manifest.json',
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { input: { chat: fileURLToPath(new URL('chat/main.tsx', import.meta.url)) } },
  },
});

/** Writes `name.br` beside each script and style, so that the server never compresses while someone waits. */
function brotli(): Plugin {
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
