import { normalise } from '../language/normalise.ts';
import type { Choice } from '../language/program.ts';
import type { Draft } from './draft.ts';
import { offeredChoices } from './question.ts';

/** The beginning of a message is enough to tell what it is about. In letters. */
const LOOKED_AT = 600;

/**
 * Answers the question on top with the words that led to it: "I can't make rent" says already what the worry is about.
 * Only when they say one thing; two topics at once are asked about. Says whether it did.
 */
export function takeHeard(draft: Draft, text: string): boolean {
  const frame = draft.top();
  const action = frame && draft.node(frame).action;
  if (text === '' || action?.kind !== 'ask' || !('one_of' in action.type)) return false;
  const choice = heardChoice(offeredChoices(draft, action), text);
  if (choice === undefined) return false;
  draft.set(action.variable, choice);
  return true;
}

/** The one choice whose words stand in a message. Longer words win over shorter ones inside them: "gas bill" over "gas". */
export function heardChoice(offered: readonly Choice[], text: string): string | undefined {
  const said = ` ${normalise(text.slice(0, LOOKED_AT))} `;
  const heard = offered.flatMap(({ id, heard: phrases }) =>
    phrases.filter((phrase) => said.includes(` ${phrase} `)).map((phrase) => ({ id, phrase })),
  );
  const whole = heard.filter(
    ({ phrase }) =>
      !heard.some((other) => other.phrase !== phrase && ` ${other.phrase} `.includes(` ${phrase} `)),
  );
  const [first, ...others] = new Set(whole.map(({ id }) => id));
  return others.length === 0 ? first : undefined;
}
