import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const BYTES = 32;

/**
 * The key that signs tokens, kept in the data folder so that a page that is open survives a restart. Made by `fresh`
 * the first time, readable by this user alone.
 *
 * @param folder the data folder; made when it is missing
 * @param fresh makes 32 random bytes
 */
export function tokenKey(folder: string, fresh: (bytes: number) => Uint8Array): Uint8Array {
  const file = join(folder, 'token.key');
  const kept = read(file);
  if (kept !== undefined) return kept;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = fresh(BYTES);
  try {
    // `wx`: of two processes that start at once, one writes and the other reads what it wrote.
    writeFileSync(file, Buffer.from(key).toString('base64url'), { mode: 0o600, flag: 'wx' });
    return key;
  } catch (error) {
    const written = read(file);
    if (written !== undefined) return written;
    if (!isNodeError(error, 'EEXIST')) throw error;
    // Something is there that is no key: half a line from a full disk. Tokens signed with it could not be checked.
    writeFileSync(file, Buffer.from(key).toString('base64url'));
    chmodSync(file, 0o600);
    return key;
  }
}

function read(file: string): Uint8Array | undefined {
  try {
    const bytes = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
    return bytes.length >= BYTES ? bytes : undefined;
  } catch (error) {
    if (isNodeError(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isNodeError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
