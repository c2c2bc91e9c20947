import type { InterruptionId } from '../../domain/input.ts';
import type { Value } from '../../domain/value.ts';
import type { Ask, Node, Text } from '../../language/program.ts';
import type { Draft } from '../draft.ts';
import { callOver, interrupt } from '../interrupt.ts';
import { takeCourtesy, takeMeant, takeSureWish, takeWish } from '../wish.ts';
import { offeredChoices, putQuestion } from '../question.ts';
import { askAgain, enter, leave, openFrame, run } from '../run.ts';
import { word } from '../speak.ts';
import { normalise } from '../../language/normalise.ts';
import { tidyChoices } from './choice.ts';
import { isBlank, readAnswer } from './read-answer.ts';

/** Choices were pressed. On a question that is no longer open they change nothing: the open question is put again. */
export function takeChoices(draft: Draft, askId: string, chosen: readonly string[]): void {
  const open = openQuestion(draft);
  if (open === undefined) return rest(draft);
  if (askId !== String(draft.conversation.asked)) return stale(draft);
  // A card with boxes can be sent with none ticked.
  if (chosen.length === 0) return sayHow(draft, open.ask);
  const value = chosenValue(draft, open.ask, chosen);
  if (value === undefined) {
    const { choices } = open.ask;
    const was = chosen.every((id) => choices.some((choice) => choice.id === id));
    return stale(draft, was ? 'no-longer-offered' : 'stale-button');
  }
  answer(draft, open.ask, value);
}

/** The way out that a whole utterance names, in either language. */
export function wayOut(draft: Draft, text: string): InterruptionId | undefined {
  const said = normalise(text.slice(0, 200));
  const { phrases } = draft.program.interruptions;
  const { language } = draft.conversation;
  return phrases[language].get(said) ?? phrases[language === 'en' ? 'es' : 'en'].get(said);
}

/** Something was typed: a way out, an answer, or something we did not understand. Safety has looked at it before. */
export function takeText(draft: Draft, text: string): void {
  const { conversation } = draft;
  const interruption = wayOut(draft, text);
  const open = openQuestion(draft);
  if (open !== undefined) {
    const read = readAnswer(draft, open.ask, offeredChoices(draft, open.ask), text);
    const isChoice = 'one_of' in open.ask.type || 'many_of' in open.ask.type || 'yes_no' in open.ask.type;
    // A choice that reads like a way out ("Talk to a person") is the choice; in a free text field it is the way out.
    if (isChoice && read.kind === 'answer') return answer(draft, open.ask, read.value);
    if (interruption === 'help' && takeCourtesy(draft)) return;
    if (interruption !== undefined) return interrupt(draft, interruption);
    if (!conversation.consented) return askConsent(draft);
    switch (read.kind) {
      case 'answer':
        return answer(draft, open.ask, read.value);
      case 'several':
        draft.sayWord('place-which-state');
        return putQuestion(draft, open.node, open.ask, read.places);
      case 'unknown-place':
        draft.sayWord('place-unknown');
        return askAgain(draft);
      case 'unreadable':
        // Who waits for a person is talking to that person already: it is kept for them, and not puzzled over.
        if (conversation.mode === 'waiting') {
          draft.sayWord('kept-for-person');
          return askAgain(draft);
        }
        // A word that is no place and no number is asked for again, not taken for a wish; a whole sentence may be one.
        if (isChoice ? takeWish(draft, text) : isSentence(text) && takeSureWish(draft, text)) return;
        if (isChoice && open.ask.retry && !isBlank(text)) return hear(draft, open.ask.retry);
        return isChoice || isBlank(text) ? notUnderstood(draft) : retry(draft, open.ask);
    }
  }
  if (interruption !== undefined) return interrupt(draft, interruption);
  rest(draft);
}

/** More words than a place, a number or a date has. */
function isSentence(text: string): boolean {
  return normalise(text.slice(0, 200)).split(' ').length > 3;
}

function answer(draft: Draft, ask: Ask, value: Value): void {
  if (takeMeant(draft, value)) return;
  draft.dropCrumb();
  draft.conversation.misses = 0;
  draft.set(ask.variable, value);
  if (leave(draft) === 'on') run(draft);
}

/** The value that pressed choices mean; undefined when one of them was not offered. */
function chosenValue(draft: Draft, ask: Ask, chosen: readonly string[]): Value | undefined {
  const [first] = chosen;
  if ('place' in ask.type) {
    const read =
      first === undefined
        ? undefined
        : // In capitals it is the code of a state, and not "ok" or "hi".
          draft.world.directory.readPlace(first.toUpperCase(), draft.conversation.country);
    return read?.kind === 'place' ? { place: read.place } : undefined;
  }
  if ('yes_no' in ask.type) return first === 'yes' ? true : first === 'no' ? false : undefined;
  const offered = offeredChoices(draft, ask);
  if (chosen.some((id) => !offered.some((choice) => choice.id === id))) return undefined;
  if ('many_of' in ask.type) return chosen.length > 0 ? tidyChoices(offered, chosen) : undefined;
  return chosen.length === 1 ? first : undefined;
}

function openQuestion(draft: Draft): { node: Node; ask: Ask } | undefined {
  const frame = openFrame(draft);
  if (frame === undefined) return undefined;
  const node = draft.node(frame);
  return node.action?.kind === 'ask' ? { node, ask: node.action } : undefined;
}

function stale(draft: Draft, why = 'stale-button'): void {
  draft.sayWord(why);
  askAgain(draft);
}

/** The answer could not be read as what was asked for: say how it is written, and ask again. */
function retry(draft: Draft, ask: Ask): void {
  draft.conversation.misses += 1;
  if (draft.conversation.misses > 1) return notUnderstood(draft, 0);
  sayHow(draft, ask);
}

function sayHow(draft: Draft, ask: Ask): void {
  if (ask.retry) draft.say(draft.text(ask.retry), 'notice');
  else draft.say(word(draft.program, `retry-${typeName(ask)}`, draft.conversation.language), 'notice');
  askAgain(draft);
}

/** A question that invites words of one's own has a sentence for them: they are no miss, and the question stays. */
function hear(draft: Draft, heard: Text): void {
  draft.say(draft.text(heard));
  askAgain(draft);
}

function typeName(ask: Ask): string {
  const [name] = Object.keys(ask.type).filter((key) => key !== 'sensitive' && key !== 'about');
  return (name ?? 'text').replace('_', '-');
}

/** A calm reply with a person and a line to call; never praise, never only a menu. */
function notUnderstood(draft: Draft, more = 1): void {
  draft.conversation.misses += more;
  callOver(draft, draft.program.interruptions.notUnderstood);
}

function askConsent(draft: Draft): void {
  callOver(draft, draft.program.interruptions.consent);
}

/** Nothing is open: begin again where a conversation begins after it came to rest. */
export function rest(draft: Draft): void {
  if (draft.top() !== undefined) return askAgain(draft);
  enter(draft, draft.program.interruptions.resting);
  run(draft);
}
