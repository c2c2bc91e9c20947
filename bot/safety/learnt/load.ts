import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ExamplePhrase, SafetyModel } from '../model.ts';
import type { SourceFile } from '../source.ts';

/** What learns. A change in any of these files makes everything that was kept another thing. */
const LEARNERS = ['../model.ts', '../model-features.ts', '../model-words.ts', '../model-source.ts'];
const NAME = /^safety-[0-9a-f]{64}\.bin$/;
const SUM = 32;

/**
 * Stands for all that a model is made of: the example files, the other phrases, and the code that learns from them.
 *
 * @returns 64 hex digits
 */
export async function keyOf(files: readonly SourceFile[], others: readonly ExamplePhrase[]): Promise<string> {
  const sum = createHash('sha256');
  for (const name of LEARNERS) sum.update(await readFile(new URL(name, import.meta.url))).update('\0');
  for (const { file, text } of files) sum.update(file).update('\0').update(text).update('\0');
  for (const { text, kind } of others) sum.update(`${kind} ${text}\0`);
  return sum.digest('hex');
}

/** The model that was kept under this key. Undefined when there is none, or when its file is damaged. Never throws. */
export async function readLearnt(folder: string, key: string): Promise<SafetyModel | undefined> {
  let bytes: Buffer;
  try {
    bytes = await readFile(join(folder, `safety-${key}.bin`));
  } catch {
    return undefined; // Not there, or not ours to read: then it is learnt again.
  }
  const body = bytes.subarray(SUM);
  if (!createHash('sha256').update(body).digest().equals(bytes.subarray(0, SUM))) return undefined;
  return SafetyModel.fromBytes(body);
}

/**
 * Keeps a model for the next start, in place of the one that was kept before. A full disk or a folder that cannot be written
 * costs the next start a second or two and nothing else, so it is not an error.
 */
export async function keepLearnt(folder: string, key: string, model: SafetyModel): Promise<void> {
  const body = model.toBytes();
  const name = `safety-${key}.bin`;
  const written = join(folder, `${name}.${process.pid}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(written, Buffer.concat([createHash('sha256').update(body).digest(), body]));
    await rename(written, join(folder, name));
    for (const other of await readdir(folder))
      if (NAME.test(other) && other !== name) await rm(join(folder, other), { force: true });
  } catch {
    await rm(written, { force: true }).catch(() => undefined);
  }
}
