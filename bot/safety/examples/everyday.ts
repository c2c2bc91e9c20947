import { parse } from 'yaml';
import { z } from 'zod/v4';
import type { SignalKind } from '../../domain/signal.ts';
import type { ExamplePhrase } from '../model.ts';

/** What is needed here of `resources/understanding/<intent>.yaml`. The room of understanding checks these files whole. */
const wishFile = z.object({ intent: z.string(), examples: z.object({ en: z.string(), es: z.string() }) });

/** Two wishes are a calm kind by themselves. */
const KIND_OF_WISH: Readonly<Record<string, SignalKind>> = {
  prognosis: 'prognosis',
  medical_advice: 'medical-advice',
};
/** Who asks for nothing, tells what lies ahead, or says no more than "help" may mean something grave: no calm talk. */
const MAY_BE_GRAVE: ReadonlySet<string> = new Set(['no_wish', 'scan_or_results', 'where_to_start']);

/**
 * What people ask the bot for, as examples of calm talk: nobody who wants a ride should be shown a crisis line.
 *
 * @param text a file of `resources/understanding/`. One that cannot be read gives nothing: its own room tells what is
 *   wrong with it
 */
export function everydayPhrases(text: string): ExamplePhrase[] {
  const source = wishFile.safeParse(parsed(text));
  if (!source.success || MAY_BE_GRAVE.has(source.data.intent)) return [];
  const { intent, examples } = source.data;
  return `${examples.en}\n${examples.es}`
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ text: line, kind: KIND_OF_WISH[intent] ?? null }));
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return null;
  }
}
