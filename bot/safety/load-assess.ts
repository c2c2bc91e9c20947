import { join } from 'node:path';
import type { Signal } from '../domain/signal.ts';
import { assess } from './assess.ts';
import { loadEverydayPhrases, loadModel } from './examples/load.ts';
import { createAssess } from './judge.ts';
import { loadSafety } from './load.ts';
import type { ExamplePhrase } from './model.ts';
import type { SafetyRules } from './rules.ts';
import type { Problem } from './source.ts';

/**
 * The whole safety check, ready to use: the reviewed rules, and the model that learns from the reviewed examples,
 * from those of the rules, and from what people ask the bot for.
 *
 * @param folder `resources/safety`
 * @returns the check, or everything that is wrong with the files. A missing file is thrown as Node throws it (ENOENT)
 */
export async function loadAssess(
  folder: string,
): Promise<{ ok: (text: string) => Signal | null } | { problems: Problem[] }> {
  const rules = await loadSafety(folder);
  const others = [
    ...('ok' in rules ? examplesOf(rules.ok) : []),
    ...(await loadEverydayPhrases(join(folder, '..', 'understanding'))),
  ];
  const model = await loadModel(folder, others);
  if ('ok' in rules && 'ok' in model) return { ok: createAssess((text) => assess(rules.ok, text), model.ok) };
  return {
    problems: [...('ok' in rules ? [] : rules.problems), ...('ok' in model ? [] : model.problems)],
  };
}

/** The rules' own examples and counter-examples, but those that only say what a sentence is not. */
function examplesOf(rules: SafetyRules): ExamplePhrase[] {
  return rules.examples.flatMap(({ text, want }) => (want === 'other' ? [] : [{ text, kind: want }]));
}
