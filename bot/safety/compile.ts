import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod/v4';
import { type SignalKind, URGENT } from '../domain/signal.ts';
import { AutomatonBuilder } from './automaton.ts';
import { Matcher } from './matcher.ts';
import { lines, type Phrase, readPhrase } from './phrase.ts';
import type { Example, Guard, Rule, SafetyRules } from './rules.ts';
import {
  type GuardFile,
  guardFile,
  type Problem,
  type RuleFile,
  ruleFile,
  type SourceFile,
  type WordFile,
  wordFile,
} from './source.ts';
import { type Folding, foldWord, sentences } from './tokens.ts';
import { Vocabulary } from './vocabulary.ts';

/** What comes first when a message holds several: a body in danger, then a life, then a person in danger, then the rest. */
const ORDER: readonly SignalKind[] = [
  'medical',
  'suicide',
  'self-harm',
  'abuse',
  'death-talk',
  'prognosis',
  'medical-advice',
  'distress',
];

/**
 * Compiles the files of `resources/safety/` into rules, or tells everything that is wrong with them at once.
 *
 * @param files `rules/*.yaml`, `guards.yaml` and `words/*.yaml`, by their name under the folder
 */
export function compileSafety(files: readonly SourceFile[]): { ok: SafetyRules } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const words: { file: string; source: WordFile }[] = [];
  const guardFiles: { file: string; source: GuardFile }[] = [];
  const ruleFiles: { file: string; source: RuleFile; lineOf: (path: (string | number)[]) => number }[] = [];
  for (const file of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const counter = new LineCounter();
    const document = parseDocument(file.text, { lineCounter: counter });
    for (const e of document.errors)
      problems.push({ file: file.file, path: `line ${e.linePos?.[0].line ?? '?'}`, message: e.code });
    if (document.errors.length > 0) continue;
    const value: unknown = document.toJS();
    const lineOf = (path: (string | number)[]): number => {
      const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
      return node?.range ? counter.linePos(node.range[0]).line : 0;
    };
    if (file.file.startsWith('words/')) {
      const source = read(wordFile, value, file.file, problems);
      if (source) words.push({ file: file.file, source });
    } else if (file.file.startsWith('rules/')) {
      const source = read(ruleFile, value, file.file, problems);
      if (source) ruleFiles.push({ file: file.file, source, lineOf });
    } else {
      const source = read(guardFile, value, file.file, problems);
      if (source) guardFiles.push({ file: file.file, source });
    }
  }

  const folding = foldingOf(words.map((w) => w.source));
  const fold = (word: string): string[] => foldWord(word, folding);
  const classes = new Map<string, Phrase>();
  const classFile = new Map<string, string>();
  const block = (text: string, file: string, path: string): Phrase[] => {
    const phrases: Phrase[] = [];
    for (const line of lines(text)) {
      const result = readPhrase(line.text, fold);
      if ('wrong' in result)
        problems.push({ file, path: `${path} line ${line.line}`, message: result.wrong });
      else phrases.push(result.phrase);
    }
    return phrases;
  };
  for (const { file, source } of words)
    for (const [name, text] of Object.entries(source.classes)) {
      if (classes.has(name))
        problems.push({
          file,
          path: `classes.${name}`,
          message: `this class is already in ${classFile.get(name)}`,
        });
      classes.set(name, { kind: 'either', of: block(text, file, `classes.${name}`) });
      classFile.set(name, file);
    }
  for (const [name, phrase] of classes)
    checkClasses(phrase, classes, classFile.get(name) ?? '', `classes.${name}`, [name], problems);

  const checked = (text: string, file: string, path: string): Phrase[] => {
    const phrases = block(text, file, path);
    for (const p of phrases) checkClasses(p, classes, file, path, [], problems);
    return phrases;
  };
  const guardPhrases = guardFiles.flatMap(({ file, source }) =>
    source.guards.map((g) => ({
      file,
      source: g,
      phrases: checked(g.phrases, file, `guards.${g.guard}.phrases`),
      voidIf: g.void_if ? checked(g.void_if, file, `guards.${g.guard}.void_if`) : null,
    })),
  );
  const guardIds = new Set(guardPhrases.map((g) => g.source.guard));
  const seen = new Map<string, string>();
  const rulePhrases = ruleFiles.flatMap(({ file, source, lineOf }) =>
    source.rules.map((r, index) => {
      if (seen.has(r.rule))
        problems.push({
          file,
          path: `rules.${r.rule}`,
          message: `this id is already in ${seen.get(r.rule)}`,
        });
      seen.set(r.rule, file);
      if (r.topic !== undefined && source.kind !== 'death-talk')
        problems.push({
          file,
          path: `rules.${r.rule}.topic`,
          message: 'only rules of death-talk have a topic',
        });
      for (const id of r.unless ?? source.unless)
        if (!guardIds.has(id))
          problems.push({ file, path: `rules.${r.rule}.unless`, message: `there is no guard ${id}` });
      return {
        file,
        kind: source.kind,
        source: r,
        unless: r.unless ?? source.unless,
        examplesAt: lineOf(['rules', index, 'examples']),
        counterAt: lineOf(['rules', index, 'counter']),
        phrases: checked(r.phrases, file, `rules.${r.rule}.phrases`),
        with: (r.with ?? []).map((w, i) => checked(w, file, `rules.${r.rule}.with.${i}`)),
      };
    }),
  );
  if (problems.length > 0) return { problems };

  const builder = new AutomatonBuilder(classes);
  const group = (phrases: Phrase[], file: string, path: string): number => {
    const id = builder.group(phrases);
    if (id === null) problems.push({ file, path, message: 'a phrase here matches an empty sentence' });
    return id ?? 0;
  };
  const guards = new Map<string, Guard>();
  for (const g of guardPhrases)
    guards.set(g.source.guard, {
      id: g.source.guard,
      where: g.source.where,
      within: g.source.within ?? 0,
      overCommas: g.source.over_commas ?? false,
      phrases: group(g.phrases, g.file, `guards.${g.source.guard}.phrases`),
      voidIf: g.voidIf ? group(g.voidIf, g.file, `guards.${g.source.guard}.void_if`) : null,
      voidAnywhere: g.source.void_anywhere ?? false,
    });
  const rules: Rule[] = rulePhrases.map((r) => ({
    id: r.source.rule,
    kind: r.kind,
    ...(r.source.also && URGENT.has(r.source.also) ? { also: r.source.also } : {}),
    ...(r.source.topic === undefined ? {} : { topic: r.source.topic }),
    phrases: group(r.phrases, r.file, `rules.${r.source.rule}.phrases`),
    with: r.with.map((w, i) => group(w, r.file, `rules.${r.source.rule}.with.${i}`)),
    unless: r.unless.map((id) => guards.get(id) as Guard),
  }));
  const examples = rulePhrases.flatMap((r) => [
    ...lines(r.source.examples).map(
      ({ line, text }): Example => ({
        rule: r.source.rule,
        kind: r.kind,
        text,
        want: r.kind,
        at: { file: r.file, line: r.examplesAt + line },
      }),
    ),
    ...lines(r.source.counter ?? '').flatMap(({ line, text }): Example[] => {
      const at = { file: r.file, line: r.counterAt + line };
      const split = /^([a-z-]+): (.+)$/.exec(text);
      const want = split?.[1];
      if (!split || (want !== 'none' && want !== 'other' && !ORDER.includes(want as SignalKind))) {
        problems.push({
          file: r.file,
          path: `line ${at.line}`,
          message: 'a counter-example begins with none:, other: or a kind',
        });
        return [];
      }
      return [
        {
          rule: r.source.rule,
          kind: r.kind,
          text: split[2] as string,
          want: want === 'none' ? null : (want as SignalKind | 'other'),
          at,
        },
      ];
    }),
  ]);
  if (problems.length > 0) return { problems };

  // A rule that names a second urgent kind knows more than the rules of that kind: an overdose on purpose is not an accident.
  const place = (rule: Rule): number => (rule.also ? -1 : ORDER.indexOf(rule.kind));
  rules.sort((a, b) => place(a) - place(b));
  const rulesOf = new Map<number, number[]>();
  rules.forEach((rule, i) => {
    rulesOf.set(rule.phrases, [i]);
  });
  const automaton = builder.finish();
  const exampleWords = new Set(
    examples
      .filter((e) => e.want === e.kind)
      .flatMap((e) => sentences(e.text, folding).flatMap((s) => s.words)),
  );
  const known = new Set(words.flatMap((w) => w.source.known.split(/\s+/)).filter((w) => w !== ''));
  const vocabulary = new Vocabulary(automaton.terms, folding.breaks, exampleWords, known);
  return { ok: { rules, rulesOf, folding, matcher: new Matcher(automaton, vocabulary), examples } };
}

function read<S extends z.ZodType>(
  schema: S,
  value: unknown,
  file: string,
  problems: Problem[],
): z.infer<S> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    problems.push({ file, path: issue.path.join('.'), message: issue.message });
  return null;
}

function foldingOf(files: readonly WordFile[]): Folding {
  const split = (text: string): string[] => text.split(/\s+/).filter((w) => w !== '');
  return {
    typed: new Map(files.flatMap((f) => Object.entries(f.typed).map(([k, v]) => [k, split(v)] as const))),
    emoji: new Map(files.flatMap((f) => Object.entries(f.emoji))),
    fillers: new Set(files.flatMap((f) => split(f.fillers))),
    breaks: new Set(files.flatMap((f) => split(f.breaks))),
  };
}

function checkClasses(
  phrase: Phrase,
  classes: ReadonlyMap<string, Phrase>,
  file: string,
  path: string,
  inside: readonly string[],
  problems: Problem[],
): void {
  switch (phrase.kind) {
    case 'class': {
      const named = classes.get(phrase.name);
      if (!named) problems.push({ file, path, message: `there is no word class <${phrase.name}>` });
      else if (inside.includes(phrase.name))
        problems.push({ file, path, message: `<${phrase.name}> is made of itself` });
      else if (inside.length > 0)
        checkClasses(named, classes, file, path, [...inside, phrase.name], problems);
      return;
    }
    case 'optional':
      checkClasses(phrase.of, classes, file, path, inside, problems);
      return;
    case 'row':
    case 'either':
      for (const p of phrase.of) checkClasses(p, classes, file, path, inside, problems);
      return;
    case 'word':
    case 'prefix':
    case 'number':
    case 'any':
    case 'start':
    case 'end':
    case 'gap':
      return;
    default:
      phrase satisfies never;
  }
}
