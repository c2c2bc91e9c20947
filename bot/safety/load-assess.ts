import type { Signal } from '../domain/signal.ts';
import { assess } from './assess.ts';
import { loadModel } from './examples/load.ts';
import { createAssess } from './judge.ts';
import { loadSafety } from './load.ts';
import type { Problem } from './source.ts';

/**
 * The whole safety check, ready to use: the reviewed rules, and the model that learns from the reviewed examples.
 *
 * @param folder `resources/safety`
 * @returns the check, or everything that is wrong with the files. A missing file is thrown as Node throws it (ENOENT)
 */
export async function loadAssess(
  folder: string,
): Promise<{ ok: (text: string) => Signal | null } | { problems: Problem[] }> {
  const [rules, model] = [await loadSafety(folder), await loadModel(folder)];
  if ('ok' in rules && 'ok' in model) return { ok: createAssess((text) => assess(rules.ok, text), model.ok) };
  return {
    problems: [...('ok' in rules ? [] : rules.problems), ...('ok' in model ? [] : model.problems)],
  };
}
