import { parseArgs } from 'node:util';
import { showDiagnostic } from '../language/code-frame.ts';
import { compileAll, type SourceFile } from '../language/compile.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { readSources } from '../language/load.ts';
import { checkOtherRooms, type RoomResult } from './check-rooms.ts';
import type { Command, Io } from './command.ts';
import { readGivenFile } from './given-file.ts';

export const check: Command = {
  name: 'check',
  summary: 'reads all dialogs, options, services and safety rules, and tells everything there is to mend',
  usage: `
nav check [FILE…] [--json]

Without FILE, everything in the repository is checked. A FILE takes the place of the shipped one that it names inside
(\`dialog: …\`, \`option: …\`), or is added to them, and only what it brings up is told.

--json   one JSON value on standard output: { ok, counts, diagnostics, rooms }

Ends with 1 when there is an error. Warnings are told and do no harm.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const given = positionals.map((path) => readGivenFile(path, io));
    const sources = [
      ...readSources(io.root).filter((file) => !given.some((own) => own.role === file.path)),
      ...given,
    ];
    const compiled = compileAll(sources);
    const { program, diagnostics: all } = compiled;
    const diagnostics = given.length === 0 ? all : newOnes(all, io, given);
    const errors = diagnostics.filter((one) => one.severity === 'error').length;
    const rooms = given.length === 0 ? await checkOtherRooms(io.root, compiled, io.now()) : [];
    const ok = errors === 0 && rooms.every((room) => room.problems.length === 0);
    const counts = {
      files: sources.length,
      dialogs: program.dialogs.size,
      nodes: [...program.dialogs.values()].reduce((sum, dialog) => sum + dialog.nodes.size, 0),
      options: program.options.size,
      errors,
      warnings: diagnostics.length - errors,
    };
    if (values.json) io.out(`${JSON.stringify({ ok, counts, diagnostics, rooms }, null, 2)}\n`);
    else tell(diagnostics, sources, rooms, counts, io);
    return ok ? 0 : 1;
  },
};

/** What the given files bring up: their own problems, and those that others have only with them. */
function newOnes(all: readonly Diagnostic[], io: Io, given: readonly SourceFile[]): Diagnostic[] {
  // How much is translated changes with every text; that is no news about the file.
  const name = (one: Diagnostic) =>
    `${one.code} ${one.file}:${one.line}:${one.column} ${one.code === 'DLG503' ? '' : one.message}`;
  const before = new Set(compileAll(readSources(io.root)).diagnostics.map(name));
  return all.filter((one) => given.some((file) => file.path === one.file) || !before.has(name(one)));
}

function tell(
  diagnostics: readonly Diagnostic[],
  sources: readonly SourceFile[],
  rooms: readonly RoomResult[],
  counts: Record<'dialogs' | 'nodes' | 'options' | 'errors' | 'warnings', number>,
  io: Io,
): void {
  for (const one of diagnostics) {
    const text = sources.find((file) => file.path === one.file)?.text;
    io.out(`${showDiagnostic(one, text, io.paint)}\n\n`);
  }
  for (const room of rooms) {
    for (const { place, message } of room.problems) {
      io.out(`${io.paint.strong(place)} ${io.paint.error('error')}\n  ${message}\n\n`);
    }
    for (const { place, message } of room.notices) {
      io.out(`${io.paint.strong(place)} ${io.paint.warning('warning')}\n  ${message}\n\n`);
    }
  }
  for (const room of rooms) io.out(`${room.name}: ${room.summary}\n`);
  const verdict = counts.errors > 0 ? io.paint.error(plural(counts.errors, 'error')) : 'no errors';
  io.out(
    `${plural(counts.dialogs, 'dialog')}, ${plural(counts.nodes, 'node')}, ${plural(counts.options, 'option')}: ${verdict}, ${plural(counts.warnings, 'warning')}\n`,
  );
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
