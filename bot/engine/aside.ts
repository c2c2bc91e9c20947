import { BESIDE_PERSON, type InterruptionId } from '../domain/input.ts';
import { normalise } from '../language/normalise.ts';
import type { Ask, Choice } from '../language/program.ts';
import type { Draft } from './draft.ts';
import { offeredChoices } from './question.ts';
import { enter, leave, run } from './run.ts';

/**
 * A short dialog beside the chat with a person: delete, language, country. It runs by itself: when it ends, the question it
 * was put over is not asked again, because a person is there and nobody has to answer the bot.
 */
export function openAside(draft: Draft, id: InterruptionId): void {
  const does = draft.program.interruptions.does.get(id);
  if (does === undefined || !('call' in does)) return draft.sayWord('bot-is-quiet');
  closeAside(draft);
  alone(draft, draft.conversation.frames.length, () => enter(draft, does.call));
}

/** Puts the dialog beside the chat away, unanswered. */
export function closeAside(draft: Draft): void {
  const from = asideFrom(draft);
  if (from >= 0) draft.conversation.frames.length = from;
}

/** Choices were pressed on the question beside the chat. False: they belong to another question. */
export function pressAside(draft: Draft, ask: string, chosen: readonly string[]): boolean {
  if (ask !== String(draft.conversation.asked)) return false;
  return answerAside(draft, ({ id }) => chosen.length === 1 && id === chosen[0]);
}

/**
 * Its answer was typed: exactly a label or one of its names. Nothing is guessed here, as it is elsewhere: the words may
 * well be for the person who is there, and one of the answers deletes everything.
 */
export function typeAside(draft: Draft, text: string): boolean {
  const said = normalise(text.slice(0, 200));
  return answerAside(
    draft,
    ({ label, names }) => names.includes(said) || normalise(draft.text(label)) === said,
  );
}

/** The question beside the chat was skipped: its dialog goes on without an answer, which deletes nothing. */
export function skipAside(draft: Draft, ask: string): boolean {
  if (ask !== String(draft.conversation.asked)) return false;
  return leaveAside(draft, null);
}

function answerAside(draft: Draft, meant: (choice: Choice) => boolean): boolean {
  const open = asideQuestion(draft);
  const choice = open && offeredChoices(draft, open.ask).find(meant);
  return choice !== undefined && leaveAside(draft, choice.id);
}

function leaveAside(draft: Draft, value: string | null): boolean {
  const open = asideQuestion(draft);
  if (open === undefined) return false;
  alone(draft, open.from, () => {
    draft.set(open.ask.variable, value);
    leave(draft);
  });
  // The choice of a language ends without words.
  if (draft.parts.length === 0) draft.sayWord('language-changed');
  return true;
}

function asideQuestion(draft: Draft): { from: number; ask: Ask } | undefined {
  const from = asideFrom(draft);
  const frame = draft.conversation.frames[from];
  const action = frame && draft.node(frame).action;
  return action?.kind === 'ask' ? { from, ask: action } : undefined;
}

/** Where the frames of the dialog beside the chat begin; -1 when none is open. */
function asideFrom(draft: Draft): number {
  const { does } = draft.program.interruptions;
  const dialogs = [...BESIDE_PERSON].flatMap((id) => {
    const what = does.get(id);
    return what !== undefined && 'call' in what ? [what.call] : [];
  });
  const { frames } = draft.conversation;
  const from = frames.findIndex(({ dialog, waits }) => waits === 'answer' && dialogs.includes(dialog));
  return from === frames.length - 1 ? from : -1;
}

/** Runs what lies above `from` as if nothing lay below it, and puts what lies below back. */
function alone(draft: Draft, from: number, begin: () => void): void {
  const { conversation } = draft;
  const { crumbs } = conversation;
  const below = conversation.frames.slice(0, from);
  conversation.frames = conversation.frames.slice(from);
  begin();
  run(draft);
  if (conversation.mode === 'ended') return;
  conversation.frames = [...below, ...conversation.frames];
  conversation.crumbs = crumbs;
}
