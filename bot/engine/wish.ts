import type { SignalKind } from '../domain/signal.ts';
import type { Value } from '../domain/value.ts';
import type { Intent, Wish } from '../domain/wish.ts';
import { Fault } from '../domain/fault.ts';
import type { Draft } from './draft.ts';
import { callOver, interrupt } from './interrupt.ts';
import { askAgain } from './run.ts';
import { MEANT } from './speak.ts';

/** From this score on a wish is followed at once: of a hundred such, some ninety-five are right. */
export const SURE = 0.6;
/** A confession must not be told that it is no matter of ours, so that is said only when it is very plain. */
const PLAINLY_ELSEWHERE = 0.75;
/** A wish less likely than this is not worth asking about. */
const WORTH_ASKING = 0.1;
/** Asked about although it is the only one. */
const LIKELY = 0.3;
const HALF = 0.5;
/** Nobody means "something else" or "hello" by a long sentence: these are followed when sure, and never offered. */
const NOT_OFFERED: ReadonlySet<Intent> = new Set<Intent>([
  'out_of_scope',
  'greeting',
  'thanks',
  'repeat_or_explain',
]);
/** Also after a safety reply: they take nothing away from it. */
const ALWAYS: ReadonlySet<Intent> = new Set<Intent>([
  'want_human',
  'go_back',
  'language_switch',
  'stop_or_delete_my_data',
]);
/** Replies that must not be talked over by a guess. */
const GRAVE: readonly SignalKind[] = ['suicide', 'self-harm', 'abuse', 'medical', 'death-talk', 'distress'];
/** Set phrases of "help" that have a reply of their own. */
const COURTESIES: ReadonlySet<Intent> = new Set<Intent>(['greeting', 'thanks', 'repeat_or_explain']);
/** Wishes whose answer depends on where someone is: a place in the same message is kept. */
const OF_A_PLACE: ReadonlySet<Intent> = new Set<Intent>([
  'resources_near_me',
  'transport_lodging',
  'financial_help',
  'support_group_info',
  'nurse_navigator',
  'counselling',
  'caregiver_support',
  'clinical_trials',
  'palliative_hospice',
]);

/**
 * Does what typed words ask for, over the open question. When it is not sure it asks which was meant, once; it never
 * guesses, and it asks nothing while a safety reply is open. Says whether it did anything.
 */
export function takeWish(draft: Draft, text: string): boolean {
  const { wish } = draft.world;
  const { didYouMean, wishes } = draft.program.interruptions;
  // Other words instead of a choice: the question which was meant is over.
  if (didYouMean !== undefined && draft.top()?.dialog === didYouMean) draft.conversation.frames.pop();
  const likeliest = wish?.intents[0];
  if (!wish || !likeliest || wishes.size === 0) return false;
  if (takeSureWish(draft, text)) return true;
  const isSure = likeliest.score >= (likeliest.id === 'out_of_scope' ? PLAINLY_ELSEWHERE : SURE);
  return !isSure && !isGrave(draft) && draft.conversation.misses === 0 && askWhich(draft, wish);
}

/** The same, only when it is sure: at a question for a place or a number, where any guess would be in the way. */
export function takeSureWish(draft: Draft, text: string): boolean {
  const { wish } = draft.world;
  const likeliest = wish?.intents[0];
  if (!wish || !likeliest || draft.program.interruptions.wishes.size === 0) return false;
  const elsewhere = likeliest.id === 'out_of_scope';
  if (likeliest.score < (elsewhere ? PLAINLY_ELSEWHERE : SURE)) return false;
  const { misses } = draft.conversation;
  if ((isGrave(draft) && !ALWAYS.has(likeliest.id)) || (elsewhere && misses > 0)) return false;
  follow(draft, likeliest.id, wish, text);
  // Twice something that is not for us: a person follows, as after anything that was not understood.
  if (elsewhere) draft.conversation.misses = misses + 1;
  return true;
}

/** A greeting, a thank-you or a "what?" gets its own short reply rather than everything that can be done here. */
export function takeCourtesy(draft: Draft): boolean {
  const { wish } = draft.world;
  const likeliest = wish?.intents[0];
  if (!wish || !likeliest || likeliest.score < SURE || !COURTESIES.has(likeliest.id)) return false;
  if (!draft.program.interruptions.wishes.has(likeliest.id) || isGrave(draft)) return false;
  follow(draft, likeliest.id, wish, '');
  return true;
}

/** One of the wishes offered by "Did you mean …?" was chosen. Says whether it was such a choice. */
export function takeMeant(draft: Draft, value: Value): boolean {
  const { didYouMean } = draft.program.interruptions;
  const slot = MEANT.find((one) => one === value);
  if (didYouMean === undefined || slot === undefined || draft.top()?.dialog !== didYouMean) return false;
  const intent = draft.value(`${didYouMean}.${slot}`);
  draft.conversation.frames.pop();
  follow(draft, intent as Intent, null, '');
  return true;
}

function follow(draft: Draft, intent: Intent, wish: Wish | null, text: string): void {
  const { conversation, program } = draft;
  conversation.misses = 0;
  if (wish?.asksFor !== undefined) {
    speakIn(draft, wish.asksFor);
    return askAgain(draft);
  }
  if (wish?.language !== undefined) speakIn(draft, wish.language);
  const goal = program.interruptions.wishes.get(intent);
  if (goal === undefined) throw new Fault('no-such-wish', intent);
  if (OF_A_PLACE.has(intent)) keepPlace(draft, text);
  if ('interruption' in goal) return interrupt(draft, goal.interruption);
  if ('call' in goal) return callOver(draft, goal.call, text);
  const { option } = program.interruptions;
  draft.set(`${option}.option`, goal.option);
  callOver(draft, option);
}

/** We answer in the language that someone writes. */
function speakIn(draft: Draft, language: Wish['language']): void {
  if (language === undefined || language === draft.conversation.language) return;
  draft.conversation.language = language;
  draft.sayWord('language-changed');
}

/** "Help in Montana" says where: it is not asked again. */
function keepPlace(draft: Draft, text: string): void {
  if (!draft.program.variables.has('area')) return;
  const read = draft.world.directory.readPlace(text, draft.conversation.country);
  if (read.kind === 'place') draft.set('area', { place: read.place });
}

/** Offers the two or three likeliest, and none of these. */
function askWhich(draft: Draft, wish: Wish): boolean {
  const { didYouMean } = draft.program.interruptions;
  if (didYouMean === undefined) return false;
  // Most likely nothing was asked for: a confession is not met with a menu.
  if (wish.nothing > HALF) return false;
  const likely = wish.intents
    .filter(({ id, score }) => score >= WORTH_ASKING && !NOT_OFFERED.has(id))
    .slice(0, MEANT.length);
  if (likely.length === 0 || (likely.length === 1 && (likely[0]?.score ?? 0) < LIKELY)) return false;
  if (wish.language !== undefined) speakIn(draft, wish.language);
  for (const [index, slot] of MEANT.entries()) draft.set(`${didYouMean}.${slot}`, likely[index]?.id ?? null);
  draft.conversation.misses += 1;
  callOver(draft, didYouMean);
  return true;
}

/** Whether a safety reply is open, or what it called. */
function isGrave(draft: Draft): boolean {
  const dialogs = GRAVE.map((kind) => draft.program.interruptions.safety.get(kind));
  return draft.conversation.frames.some((frame) => dialogs.includes(frame.dialog));
}
