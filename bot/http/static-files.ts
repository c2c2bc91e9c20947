import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Headers } from './security-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Vite puts eight characters of a hash before the extension: such a file never changes under its name. */
const HASHED = /-[\w-]{8}\.\w+$/;

interface StaticFile {
  type: string;
  immutable: boolean;
  etag: string;
  plain: Buffer;
  gzip?: Buffer;
  br?: Buffer;
}

/** A file as it should be sent. No `body`: the browser has it. */
export interface StaticAnswer {
  status: 200 | 304;
  headers: Headers;
  body?: Buffer;
}

/**
 * The files of the page, read once at the start: there are few, and what is not in the list cannot be asked for,
 * whatever the path. A `.br` beside a file is sent to browsers that take it; the rest get gzip.
 */
export class StaticFiles {
  readonly #files: ReadonlyMap<string, StaticFile>;

  private constructor(files: ReadonlyMap<string, StaticFile>) {
    this.#files = files;
  }

  /** Reads every file of known type in a folder (not below it). An absent folder is an empty one. */
  static read(folder: string): StaticFiles {
    const files = new Map<string, StaticFile>();
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const type = TYPES[extname(name)];
      if (type === undefined) continue;
      const plain = readFileSync(join(folder, name));
      const packed = `${join(folder, name)}.br`;
      const worthwhile = plain.length > 1_000 && !type.startsWith('image/png') && !type.startsWith('font/');
      files.set(name, {
        type,
        immutable: HASHED.test(name),
        etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
        plain,
        ...(worthwhile ? { gzip: gzipSync(plain, { level: 9 }) } : {}),
        ...(existsSync(packed) ? { br: readFileSync(packed) } : {}),
      });
    }
    return new StaticFiles(files);
  }

  /** The file of that name for a browser that accepts and knows what its headers say; undefined when there is none. */
  answer(
    name: string,
    acceptEncoding: string | undefined,
    ifNoneMatch: string | undefined,
  ): StaticAnswer | undefined {
    const file = this.#files.get(name);
    if (file === undefined) return undefined;
    const headers: Record<string, string> = {
      'content-type': file.type,
      'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      etag: file.etag,
      vary: 'Accept-Encoding',
    };
    if (ifNoneMatch === file.etag) return { status: 304, headers };
    const accepts = acceptEncoding ?? '';
    if (file.br !== undefined && /\bbr\b/.test(accepts)) {
      return { status: 200, headers: { ...headers, 'content-encoding': 'br' }, body: file.br };
    }
    if (file.gzip !== undefined && /\bgzip\b/.test(accepts)) {
      return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: file.gzip };
    }
    return { status: 200, headers, body: file.plain };
  }
}
