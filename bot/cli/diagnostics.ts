import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DIAGNOSTICS, type DiagnosticCode } from '../language/diagnostics.ts';
import { nearest } from '../language/nearest.ts';
import { type Command, UsageError } from './command.ts';

const EXAMPLES = 'tests/diagnostics/examples';
const TABLE = 'tests/diagnostics/README.md';

export const diagnostics: Command = {
  name: 'diagnostics',
  summary: 'lists everything that check can find fault with, or explains one code with an example',
  usage: `
nav diagnostics [CODE] [--write]

--write  writes the list to ${TABLE}`,
  run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { write: { type: 'boolean', default: false } },
    });
    const [code] = positionals;
    if (values.write) writeFileSync(join(io.root, TABLE), diagnosticsTable());
    else if (code === undefined) io.out(listing());
    else io.out(explain(code.toUpperCase(), io.root));
    return Promise.resolve(0);
  },
};

function listing(): string {
  return Object.entries(DIAGNOSTICS)
    .map(([code, { severity, title }]) => `${code}  ${severity.padEnd(7)}  ${title}\n`)
    .join('');
}

function explain(code: string, root: string): string {
  if (!isCode(code)) {
    const near = nearest(code, Object.keys(DIAGNOSTICS));
    throw new UsageError(`There is no diagnostic ${code}.${near ? ` Did you mean ${near}?` : ''}`);
  }
  const { severity, title, remedy } = DIAGNOSTICS[code];
  const path = join(root, EXAMPLES, `${code}.yaml`);
  const example = existsSync(path) ? `\n${readFileSync(path, 'utf8').replace(/^/gm, '  ').trimEnd()}\n` : '';
  return `${code} ${title} (${severity})\n\n${remedy}\n${example}`;
}

/** The table of all diagnostics, for the people who read the repository in a browser. */
export function diagnosticsTable(): string {
  const rows = Object.entries(DIAGNOSTICS).map(
    ([code, { severity, title, remedy }]) =>
      `| [${code}](examples/${code}.yaml) | ${severity} | ${cell(title)} | ${cell(remedy)} |`,
  );
  return [
    '# Diagnostics',
    '',
    'Everything that `npm run nav -- check` can find fault with. Each code has one example file, which is its documentation',
    'and its test: the head of the file says what is told, where, and what to do. This page is written by',
    '`npm run nav -- diagnostics --write`.',
    '',
    '| code | kind | what it means | what to do |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function isCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(DIAGNOSTICS, code);
}
