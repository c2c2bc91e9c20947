import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Signatures } from './sentence.ts';

/** Who has signed each file, from its `wording` or `review`. Only humans fill those in. */
export function signatures(root: string, files: Iterable<string>): Signatures {
  return new Map([...new Set(files)].map((file) => [file, signedBy(join(root, file))]));
}

function signedBy(path: string): string[] {
  if (!path.endsWith('.yaml') || !existsSync(path)) return [];
  const value = parse(readFileSync(path, 'utf8'), { merge: true }) as {
    wording?: { reviewed?: unknown };
    review?: Record<string, unknown> | null;
  } | null;
  const reviewed = value?.wording?.reviewed;
  const named = Array.isArray(reviewed) ? reviewed.map((one) => JSON.stringify(one)) : [];
  const signed = Object.entries(value?.review ?? {}).flatMap(([role, name]) =>
    typeof name === 'string' ? [`${role}: ${name}`] : [],
  );
  return [...named, ...signed];
}
