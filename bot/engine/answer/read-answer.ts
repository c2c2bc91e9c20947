import type { Value } from '../../domain/value.ts';
import type { Place } from '../../domain/place.ts';
import type { Draft } from '../draft.ts';
import type { Ask, Choice } from '../../language/program.ts';
import { readChoices, readOneChoice } from './choice.ts';
import { readDate } from './date.ts';
import { readNumber } from './number.ts';
import { readYesNo } from './yes-no.ts';
import { normalise } from '../../language/normalise.ts';

/** What typed words mean as an answer. `several`: the place lies in more than one state, and the person may choose. */
export type AnswerRead =
  | { kind: 'answer'; value: Value }
  | { kind: 'unreadable' }
  | { kind: 'unknown-place' }
  | { kind: 'several'; places: Place[] };

/** Reads typed words as the answer to the open question. `offered` are the choices offered just now. Pure. */
export function readAnswer(draft: Draft, ask: Ask, offered: readonly Choice[], text: string): AnswerRead {
  const { type } = ask;
  if ('one_of' in type) {
    const choice = readOneChoice(offered, text, draft);
    return choice === undefined ? { kind: 'unreadable' } : { kind: 'answer', value: choice };
  }
  if ('many_of' in type) {
    const choices = readChoices(offered, text, draft);
    return choices === undefined ? { kind: 'unreadable' } : { kind: 'answer', value: choices };
  }
  if ('yes_no' in type) {
    const answer = readYesNo(text);
    return answer === undefined ? { kind: 'unreadable' } : { kind: 'answer', value: answer };
  }
  if ('text' in type) {
    const trimmed = text.trim();
    return trimmed === '' || trimmed.length > type.text
      ? { kind: 'unreadable' }
      : { kind: 'answer', value: trimmed };
  }
  if ('number' in type) {
    const number = readNumber(text, type.number);
    return number === undefined ? { kind: 'unreadable' } : { kind: 'answer', value: number };
  }
  if ('date' in type) {
    const date = readDate(text, type.date, draft.conversation.language, draft.world.now);
    return date === undefined ? { kind: 'unreadable' } : { kind: 'answer', value: date };
  }
  if ('place' in type) return readPlaceAnswer(draft, text);
  return { kind: 'unreadable' };
}

function readPlaceAnswer(draft: Draft, text: string): AnswerRead {
  const read = draft.world.directory.readPlace(text, draft.conversation.country);
  switch (read.kind) {
    case 'place':
      return { kind: 'answer', value: { place: read.place } };
    case 'several':
      return { kind: 'several', places: read.places };
    case 'unknown-code':
      return { kind: 'unknown-place' };
    case 'not-a-place':
      return { kind: 'unreadable' };
  }
}

/** True when nothing was typed that could mean anything: only marks, spaces or invisible characters. */
export function isBlank(text: string): boolean {
  return normalise(text) === '';
}
