import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where what was learnt is kept between starts. Nothing is lost when it is deleted: it is learnt again. */
export const LEARNT = fileURLToPath(new URL('../../.cache/learnt', import.meta.url));

/** Bytes of the checksum before what was kept. */
const SUM = 32;

/**
 * Stands for all that something was learnt from: a change anywhere gives another key.
 *
 * @param learners the files of code that learn
 * @param pieces the texts that are learnt from, in their order
 * @returns 64 hex digits
 */
export async function keyOf(learners: readonly URL[], pieces: Iterable<string>): Promise<string> {
  const sum = createHash('sha256');
  for (const url of learners) sum.update(await readFile(url)).update('\0');
  for (const piece of pieces) sum.update(piece).update('\0');
  return sum.digest('hex');
}

/** What was kept under this name and key. Undefined when there is nothing, or when its file is damaged. Never throws. */
export async function readLearnt(folder: string, name: string, key: string): Promise<Buffer | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, `${name}-${key}.bin`));
  } catch {
    return undefined; // Not there, or not ours to read: then it is learnt again.
  }
  const body = bytes.subarray(SUM);
  if (!createHash('sha256').update(body).digest().equals(bytes.subarray(0, SUM))) return undefined;
  return body;
}

/**
 * Keeps what was learnt for the next start, in place of what this name kept before. A full disk or a folder that cannot be
 * written costs the next start a second or two and nothing else, so it is not an error.
 */
export async function keepLearnt(folder: string, name: string, key: string, body: Uint8Array): Promise<void> {
  const file = `${name}-${key}.bin`;
  const written = join(folder, `${file}.${process.pid}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(written, Buffer.concat([createHash('sha256').update(body).digest(), body]));
    await rename(written, join(folder, file));
    for (const other of await readdir(folder))
      if (other !== file && new RegExp(`^${name}-[0-9a-f]{64}\\.bin$`).test(other))
        await rm(join(folder, other), { force: true });
  } catch {
    await rm(written, { force: true }).catch(() => undefined);
  }
}
