import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod/v4';
import { SURE } from '../engine/wish.ts';
import { evaluateSafety } from '../safety/evaluate.ts';
import { loadAssess } from '../safety/load-assess.ts';
import { evaluateIntents } from '../understanding/evaluate.ts';
import { loadUnderstanding } from '../understanding/load.ts';
import { understand } from '../understanding/understand.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { tableOf } from './eval-table.ts';

export const evaluate: Command = {
  name: 'eval',
  summary: 'measures the safety check or the understanding of wishes on a file of labelled messages',
  usage: `
nav eval safety  FILE.jsonl [--json]
nav eval intents FILE.jsonl [--json]

One message on each line: { "id", "text", "lang", "label", "expect", "note" }. Tags in the note, parted by \`;\`:
\`hardneg\` (only sounds urgent), \`alt_ok:<expect>\` and \`alt_label:<intent>\` (acceptable, too).

--json   one JSON value on standard output, with 95 % intervals and the ids of errors; never a text

Without it, the same as a table. Ends with 0 whatever the figures are.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const [what, path] = positionals;
    if ((what !== 'safety' && what !== 'intents') || path === undefined || positionals.length > 2)
      throw new UsageError('Say what to measure, and with which file: `nav eval safety FILE.jsonl`.');
    const cases = readCases(path, io);
    const safety = await loadAssess(join(io.root, 'resources', 'safety'));
    if ('problems' in safety) return unsound('safety rules', io);
    const check = safety.ok;
    if (what === 'safety') {
      const report = evaluateSafety(cases, check);
      io.out(values.json ? `${JSON.stringify(report, null, 2)}\n` : tableOf(report));
      return 0;
    }
    const wishes = await loadUnderstanding(join(io.root, 'resources', 'understanding'));
    if ('problems' in wishes) return unsound('examples of wishes', io);
    const report = evaluateIntents(cases, (text) => understand(wishes.ok, text), check, SURE);
    io.out(values.json ? `${JSON.stringify(report, null, 2)}\n` : tableOf(report));
    return 0;
  },
};

const message = z.object({
  id: z.string(),
  text: z.string(),
  lang: z.string().default('en'),
  label: z.string(),
  expect: z.string().default(''),
  note: z.string().default(''),
});

function readCases(path: string, io: Io): z.infer<typeof message>[] {
  const full = resolve(io.folder, path);
  if (!existsSync(full)) throw new UsageError(`There is no file ${path}.`);
  return readFileSync(full, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const read = message.safeParse(asJson(line));
      if (!read.success) throw new UsageError(`Line ${index + 1} of ${path} is no labelled message.`);
      return [read.data];
    });
}

function asJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function unsound(what: string, io: Io): number {
  io.err(`The ${what} have errors, so nothing was measured. \`npm run nav -- check\` tells them.\n`);
  return 1;
}
