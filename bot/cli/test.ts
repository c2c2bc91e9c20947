import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { showDiagnostic } from '../language/code-frame.ts';
import { compile } from '../language/compile.ts';
import { readSources } from '../language/load.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { coverage, type DialogCoverage, isEnough } from './script/coverage.ts';
import type { ScriptResult } from './script/run-script.ts';
import { loadStage } from './script/stage.ts';
import { readSuite, runSuite, scriptFiles } from './script/suite.ts';

export const test: Command = {
  name: 'test',
  summary:
    'plays the scripted conversations of dialogs/scripts with the real engine, and tells what they never reached',
  usage: `
nav test [FILE…] [--never] [--gate] [--json]

--never  lists every node and branch that no script reaches, with its place
--gate   ends with 1 when a dialog is played too little: everything of safety, consent and passing things on, 95 in a
         hundred elsewhere
--json   one JSON value on standard output: { ok, passed, failed, results, coverage }`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        never: { type: 'boolean', default: false },
        gate: { type: 'boolean', default: false },
      },
    });
    const compiled = compile(readSources(io.root));
    if (!compiled.ok) {
      io.err('The dialogs have errors, so no script was played. `npm run nav -- check` tells them.\n');
      return 1;
    }
    const { program } = compiled;
    const files = scriptFiles(
      io.root,
      positionals.map((path) => existing(path, io)),
    );
    const { scripts, diagnostics } = readSuite(files);
    const { stage, missing } = await loadStage(io.root, program);
    const results = runSuite(scripts, stage);
    const played = coverage(
      program,
      results.flatMap((result) => result.trace),
    );
    const failed = results.filter((result) => result.failures.length > 0);
    const tooLittle = values.gate ? played.filter((one) => !isEnough(one, program)) : [];
    const ok = failed.length === 0 && diagnostics.length === 0 && tooLittle.length === 0;
    if (values.json) {
      const plain = results.map(({ test: name, failures }) => ({ test: name, failures }));
      const counts = { passed: results.length - failed.length, failed: failed.length };
      io.out(
        `${JSON.stringify({ ok, ...counts, missing, diagnostics, results: plain, coverage: played }, null, 2)}\n`,
      );
      return ok ? 0 : 1;
    }
    for (const one of diagnostics) {
      io.out(`${showDiagnostic(one, files.find((file) => file.path === one.file)?.text, io.paint)}\n\n`);
    }
    for (const result of failed) io.out(tellFailure(result, io));
    if (positionals.length === 0) io.out(tellCoverage(played, values.never, io));
    for (const one of tooLittle) io.out(`${io.paint.error('too little')} of ${one.dialog} was played\n`);
    for (const what of missing) io.out(`${io.paint.warning('played without')} ${what}\n`);
    io.out(`${results.length - failed.length} passed, ${failed.length} failed\n`);
    return ok ? 0 : 1;
  },
};

function existing(path: string, io: Io): string {
  const full = resolve(io.folder, path);
  if (!existsSync(full)) throw new UsageError(`There is no file ${path}.`);
  return full;
}

/** A failed script as an author reads it. */
export function tellFailure({ test: name, failures }: ScriptResult, { paint }: Pick<Io, 'paint'>): string {
  const lines = failures.map(
    ({ file, line, column, message }) => `  ${paint.strong(`${file}:${line}:${column}`)} ${message}\n`,
  );
  const said = failures[0]?.said.trim();
  const quote = said ? `  The bot had said:\n${said.replace(/^/gm, '    | ')}\n` : '';
  return `${paint.error('failed')} ${name}\n${lines.join('')}${quote}\n`;
}

function tellCoverage(played: readonly DialogCoverage[], never: boolean, { paint }: Io): string {
  const width = Math.max(0, ...played.map((one) => one.dialog.length));
  return played
    .map((one) => {
      const counts = `nodes ${one.nodes.run}/${one.nodes.all}  branches ${one.branches.taken}/${one.branches.all}`;
      const rest = never ? one.never.map((text) => `    ${paint.dim(text)}\n`).join('') : '';
      return `${one.dialog.padEnd(width)}  ${counts}\n${rest}`;
    })
    .join('');
}
