import { createHash } from 'node:crypto';
import type { Build } from './build.ts';
import { checkEngineWords } from './checks/engine-words.ts';
import { checkDialogsAreUsed, checkNodesAreReached } from './checks/reach.ts';
import { checkLoops } from './checks/loops.ts';
import { checkReadingLevel } from './checks/reading-level.ts';
import { checkStrings } from './checks/strings.ts';
import { checkUnknowns } from './checks/unknowns.ts';
import { checkWording } from './checks/wording.ts';
import type { Diagnostic } from './diagnostic.ts';
import { compileDialog } from './dialog.ts';
import { gather } from './gather.ts';
import { compileInterruptions } from './interruptions.ts';
import { compileRuleSet } from './judgement.ts';
import type { Material } from './material.ts';
import { compileOption } from './option.ts';
import type { Interruptions, Program } from './program.ts';
import { Report } from './report.ts';
import { Scope, Uses } from './scope.ts';
import { readSource, type SourceFile } from './source.ts';
import { type TextEntry, Texts } from './text.ts';
import { compileVariables } from './variables.ts';

export type { SourceFile } from './source.ts';

export type Compiled =
  | { ok: true; program: Program; warnings: Diagnostic[] }
  | { ok: false; diagnostics: Diagnostic[] };

/**
 * All files of the authors → one program, or everything that is wrong with them, at once and in reading order. Pure: it
 * reads nothing but what it is given, and never throws, whatever the text.
 *
 * Paths count from the root of the repository: `dialogs/*.yaml`, `dialogs/strings/*.yaml`, `resources/options/*.yaml`
 * and `resources/sources.yaml`. A file elsewhere can take the place of one of these by its `role`.
 */
export function compile(files: readonly SourceFile[]): Compiled {
  const { program, diagnostics } = compileAll(files);
  return diagnostics.some((one) => one.severity === 'error')
    ? { ok: false, diagnostics }
    : { ok: true, program, warnings: diagnostics };
}

/** The same, with every text there is, for translators and reviewers. The program is sound only without errors. */
export function compileAll(files: readonly SourceFile[]): {
  program: Program;
  diagnostics: Diagnostic[];
  texts: ReadonlyMap<string, TextEntry>;
  material: Material;
} {
  const report = new Report();
  const material = gather(files.map(readSource), report);
  const { known, variables } = compileVariables(material, report);
  const uses = new Uses();
  const allShared = !material.incomplete.has('variables');
  const texts = new Texts(report, material.translations.get('es')?.all);
  const build: Build = {
    material,
    report,
    texts,
    uses,
    scope: (dialog) => {
      const own = dialog === null || material.dialogs.get(dialog)?.varsWhole === true;
      return new Scope(known, dialog, { complete: allShared && own, report, uses });
    },
  };
  const interruptions = material.interruptions
    ? compileInterruptions(material.interruptions, build)
    : NO_INTERRUPTIONS;
  const dialogs = mapValues(material.dialogs, (dialog) => compileDialog(dialog, build));
  const program: Program = {
    revision: revisionOf(files),
    dialogs,
    variables,
    judgement: mapValues(material.ruleSets, (set) => compileRuleSet(set, build)),
    options: mapValues(material.options, ({ source, at }) => compileOption(source, at, build)),
    sources: mapValues(material.sources, ({ source }) => source),
    words: new Map(
      [...material.words].map(([id, { source, at }]) => [id, texts.make(`words.${id}`, source, at, null)]),
    ),
    interruptions,
  };
  checkNodesAreReached(program, build);
  checkDialogsAreUsed(program, build);
  checkLoops(program, build);
  checkUnknowns(program, build);
  checkWording(build);
  checkReadingLevel(build);
  checkEngineWords(program, build);
  checkStrings(build);
  return { program, diagnostics: report.all(), texts: texts.entries, material };
}

/** The same files give the same revision, in whatever order they come. */
function revisionOf(files: readonly SourceFile[]): string {
  const hash = createHash('sha256');
  const byPath = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const { path, text } of byPath) hash.update(`${path}\u0000${text}\u0000`);
  return hash.digest('hex').slice(0, 16);
}

function mapValues<K, A, B>(map: ReadonlyMap<K, A>, change: (value: A) => B): Map<K, B> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

const NO_INTERRUPTIONS: Interruptions = {
  safety: new Map(),
  phrases: { en: new Map(), es: new Map() },
  does: new Map(),
  welcome: '',
  consent: '',
  notUnderstood: '',
  resting: '',
  option: '',
  endChat: new Set(),
  wishes: new Map(),
};
