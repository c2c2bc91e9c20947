import { basename, join } from 'node:path';
import type { LoadedDirectory } from './directory/build.ts';
import type { OwnHelpline } from './directory/helpline-schema.ts';
import { DIRECTORY_CODES } from './directory/codes.ts';
import { loadDirectory } from './directory/load.ts';
import type { Signal } from './domain/signal.ts';
import type { Wish } from './domain/wish.ts';
import { ANSI, PLAIN, showDiagnostic, type Paint } from './language/code-frame.ts';
import { compile } from './language/compile.ts';
import { readSources } from './language/load.ts';
import type { Program } from './language/program.ts';
import { loadAssess } from './safety/load-assess.ts';
import { loadUnderstanding } from './understanding/load.ts';
import { understanding } from './understanding/better-search.ts';
import { createFinder, type Finder } from './understanding/finder.ts';
import { understand } from './understanding/understand.ts';

/** What the authors wrote, compiled: dialogs, services, safety rules. Replaced as a whole when a file changes. */
export interface Content {
  program: Program;
  directory: LoadedDirectory;
  assess: (text: string) => Signal | null;
  understand: (text: string) => Wish;
  finder: Finder;
}

/** `report` is for the authors: every problem with its place and remedy. */
export type ContentLoad = { ok: true; content: Content } | { ok: false; report: string };

/**
 * Reads and checks everything below the root of the repository. Everything that is wrong is told at once.
 *
 * @param colour whether the reader of the report is a terminal
 */
export async function loadContent(root: string, colour: boolean): Promise<ContentLoad> {
  const paint = colour ? ANSI : PLAIN;
  const reports: string[] = [];
  const sources = readSources(root);
  const compiled = compile(sources);
  if (!compiled.ok) {
    const errors = compiled.diagnostics.filter((one) => one.severity === 'error');
    for (const diagnostic of errors) {
      const text = sources.find((source) => source.path === diagnostic.file)?.text;
      reports.push(showDiagnostic(diagnostic, text, paint));
    }
  }
  const loaded = loadDirectory(join(root, 'resources'));
  if (!loaded.ok) {
    const told = loaded.problems.map((one) => ({ remedy: DIRECTORY_CODES[one.code].remedy, ...one }));
    reports.push(...told.map((one) => showProblem(one, 'resources', paint)));
  }
  const safety = await readSafety(join(root, 'resources', 'safety'), paint);
  if ('report' in safety) reports.push(safety.report);
  const wishes = await loadUnderstanding(join(root, 'resources', 'understanding'));
  if ('problems' in wishes)
    reports.push(...wishes.problems.map((one) => showProblem(one, 'resources/understanding', paint)));
  if (!compiled.ok || !loaded.ok || 'report' in safety || 'problems' in wishes)
    return { ok: false, report: reports.join('\n\n') };
  const finder = createFinder(wishes.words, compiled.program.options.values());
  return {
    ok: true,
    content: {
      program: compiled.program,
      directory: { ...loaded.loaded, directory: understanding(loaded.loaded.directory, finder) },
      finder,
      assess: safety.assess,
      understand: (text) => understand(wishes.ok, text),
    },
  };
}

/** The same content with the helpline as it is now; made anew only when either has changed. */
export function withHelpline(content: () => Content, own: () => OwnHelpline | null): () => Content {
  let made: { from: Content; own: OwnHelpline | null; content: Content } | undefined;
  return () => {
    const from = content();
    const helpline = own();
    if (made === undefined || made.from !== from || made.own !== helpline) {
      const directory = from.directory.own === helpline ? from.directory : from.directory.withOwn(helpline);
      const found = understanding(directory.directory, from.finder);
      made = {
        from,
        own: helpline,
        content:
          from.directory === directory ? from : { ...from, directory: { ...directory, directory: found } },
      };
    }
    return made.content;
  };
}

async function readSafety(
  folder: string,
  paint: Paint,
): Promise<Pick<Content, 'assess'> | { report: string }> {
  try {
    const safety = await loadAssess(folder);
    if ('ok' in safety) return { assess: safety.ok };
    return { report: safety.problems.map((one) => showProblem(one, 'resources/safety', paint)).join('\n\n') };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    const missing = 'path' in error ? basename(String(error.path)) : 'a file';
    return {
      report: `resources/safety: ${missing} is missing. Without it no message could be checked for danger.`,
    };
  }
}

function showProblem(
  problem: { file: string; path: string; message: string; line?: number; remedy?: string },
  folder: string,
  paint: Paint,
): string {
  const line = problem.line === undefined ? '' : `:${problem.line}`;
  const place = paint.strong(`${folder}/${problem.file}${line}`);
  const remedy = problem.remedy === undefined ? '' : `\n  ${paint.strong('→')} ${problem.remedy}`;
  return `${place} ${paint.error('error')} ${problem.path}\n  ${problem.message}${remedy}`;
}
