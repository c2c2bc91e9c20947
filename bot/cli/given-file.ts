import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { SourceFile } from '../language/source.ts';
import { type Io, UsageError } from './command.ts';

/** Which file of the repository a text takes the place of, by its first words. */
const ROLES: readonly { sign: RegExp; role: (id: string) => string }[] = [
  { sign: /^dialog:[ \t]*([a-z0-9_-]+)/m, role: (id) => `dialogs/${id}.yaml` },
  { sign: /^option:[ \t]*([a-z0-9_-]+)/m, role: (id) => `resources/options/${id}.yaml` },
  { sign: /^language:[ \t]*([a-z]+)\s+strings:/m, role: (id) => `dialogs/strings/${id}.yaml` },
  { sign: /^(variables):/m, role: () => 'dialogs/variables.yaml' },
  { sign: /^(interruptions):/m, role: () => 'dialogs/interruptions.yaml' },
  { sign: /^(rules):/m, role: () => 'dialogs/judgement.yaml' },
  { sign: /^(words):/m, role: () => 'dialogs/words.yaml' },
  { sign: /^(avoid):/m, role: () => 'dialogs/wording.yaml' },
  { sign: /^(sources):/m, role: () => 'resources/sources.yaml' },
];

/**
 * A file named on the command line. Inside the repository its own path says what it is; elsewhere its content does, so
 * that a draft on the desktop is checked as the dialog it is going to be.
 */
export function readGivenFile(path: string, io: Pick<Io, 'root' | 'folder'>): SourceFile & { role: string } {
  const full = resolve(io.folder, path);
  let text: string;
  try {
    text = readFileSync(full, 'utf8');
  } catch {
    throw new UsageError(`There is no file ${path}.`);
  }
  const fromRoot = relative(io.root, full).replaceAll('\\', '/');
  const own = /^(?:dialogs(?:\/strings)?|resources(?:\/options)?)\/[^/]+\.yaml$/.test(fromRoot);
  if (own) return { path: fromRoot, text, role: fromRoot };
  const fileName = /([^/\\]+?)(?:\.ya?ml)?$/.exec(path)?.[1] ?? 'draft';
  return { path, text, role: roleOf(text) ?? `dialogs/${fileName}.yaml` };
}

function roleOf(text: string): string | undefined {
  for (const { sign, role } of ROLES) {
    const found = sign.exec(text)?.[1];
    if (found !== undefined) return role(found);
  }
  return undefined;
}
