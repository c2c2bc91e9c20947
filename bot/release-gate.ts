import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Content } from './content.ts';

/** Kinds of lines that someone must have called lately. Nobody calls an emergency number to see whether it works. */
const CALLED: ReadonlySet<string> = new Set(['suicide_crisis', 'domestic_abuse', 'poisons']);
const CALLED_WITHIN_DAYS = 30;
const DAY = 86_400_000;

/**
 * What keeps this content from people in production: safety text and safety rules that nobody has signed, and crisis
 * numbers that nobody has called in the last 30 days. Only humans fill in those fields.
 *
 * @param root of the repository
 * @param now milliseconds since 1970
 * @returns one line for each, empty when all is signed
 */
export function unreleased(content: Content, root: string, now: number): string[] {
  return [...unsignedDialogs(content, root), ...unsignedRules(root), ...uncalledLines(content, now)];
}

function unsignedDialogs(content: Content, root: string): string[] {
  // What answers a signal, and every other reply that is safety text by its name.
  const { dialogs: all, interruptions } = content.program;
  const named = [...all.keys()].filter((id) => id.startsWith('safety'));
  const dialogs = new Set([...interruptions.safety.values(), ...named]);
  return [...dialogs].sort().flatMap((id) => {
    const file = `dialogs/${id}.yaml`;
    const reviewed = at(readYaml(join(root, file)), 'wording', 'reviewed');
    return Array.isArray(reviewed) && reviewed.length > 0 ? [] : [`${file}: nobody has signed the wording`];
  });
}

function unsignedRules(root: string): string[] {
  const folder = join(root, 'resources', 'safety', 'rules');
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  // Guards silence rules, so they weigh as much.
  const files = [...names.sort().map((name) => `rules/${name}`), 'guards.yaml'];
  return files.flatMap((file) => {
    const clinician = at(readYaml(join(root, 'resources', 'safety', file)), 'review', 'clinician');
    return typeof clinician === 'string' ? [] : [`resources/safety/${file}: no clinician has signed`];
  });
}

function uncalledLines(content: Content, now: number): string[] {
  return [...content.directory.lines.values()].flatMap((line) => {
    if (!CALLED.has(line.kind)) return [];
    const on = line.called === null ? Number.NaN : Date.parse(line.called.on);
    const age = now - on;
    // A call that is said to lie ahead, by more than the time zones differ, has not been made.
    return age >= -DAY && age <= CALLED_WITHIN_DAYS * DAY
      ? []
      : [
          `resources/safety/lines.yaml: ${line.id}: nobody has called it in the last ${CALLED_WITHIN_DAYS} days`,
        ];
  });
}

function readYaml(path: string): unknown {
  return parse(readFileSync(path, 'utf8'));
}

function at(value: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>(
    (inside, name) =>
      typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[name] : undefined,
    value,
  );
}
