import type { CaseNews } from '../domain/case.ts';
import { never } from '../domain/fault.ts';
import { BESIDE_PERSON, type Input } from '../domain/input.ts';
import type { LinePurpose } from '../domain/reply.ts';
import { type Signal, type SignalKind, URGENT } from '../domain/signal.ts';
import type { Draft } from './draft.ts';
import { normalise } from '../language/normalise.ts';
import { closeAside, openAside, pressAside, skipAside, typeAside } from './aside.ts';
import { wayOut } from './answer/take.ts';
import { changeCase } from './hand-off.ts';
import { callOver } from './interrupt.ts';
import { askAgain, comeBack, enter, run } from './run.ts';
import { word } from './speak.ts';

/** Which lines stand under the numbers for each urgent kind. */
const LINES: Partial<Record<SignalKind, LinePurpose>> = {
  suicide: 'crisis',
  'self-harm': 'crisis',
  abuse: 'abuse',
  medical: 'emergency',
};

/**
 * What the bot does while a person from the helpline talks with someone: nothing, but for what it must. It keeps what is
 * kept, shows numbers in danger, lets go and deletes when asked, and follows language and country. Everything written goes
 * to the person who is there.
 */
export function accompany(draft: Draft, input: Exclude<Input, { kind: 'news' | 'staff' }>): void {
  const { conversation, world } = draft;
  if (world.signal !== null && URGENT.has(world.signal.kind)) showNumbers(draft, world.signal);
  switch (input.kind) {
    case 'text':
      return takeWords(draft, input.text);
    case 'choose':
      if (pressAside(draft, input.ask, input.choices)) return;
      draft.effects.push({ kind: 'case', event: { kind: 'person-wrote' } });
      return;
    case 'skip':
      if (skipAside(draft, input.ask)) return;
      draft.effects.push({ kind: 'case', event: { kind: 'person-wrote' } });
      return;
    case 'leave':
      return leaveChat(draft);
    case 'interrupt':
      if (input.id === 'urgent') return showNumbers(draft, null);
      if (BESIDE_PERSON.has(input.id)) return openAside(draft, input.id);
      return draft.sayWord('bot-is-quiet');
    case 'dismiss':
      conversation.crisisBar = false;
      return;
    case 'consent':
      conversation.consented = true;
      return;
    case 'open':
      if (draft.program.options.has(input.option)) draft.parts.push({ kind: 'option', option: input.option });
      return;
    case 'report':
      if (draft.world.directory.has(input.resource)) {
        draft.effects.push({ kind: 'report', resource: input.resource });
      }
      return;
    case 'start':
    case 'keep':
    case 'reached':
    case 'settings':
      return;
    default:
      never(input);
  }
}

/**
 * Words are for the person who is there, who reads them all. A few whole utterances also mean something to the bot: the way
 * out, delete, language and country. A channel without buttons has no other.
 */
function takeWords(draft: Draft, text: string): void {
  // In danger nothing else is read into the words.
  const { signal } = draft.world;
  if (signal === null || !URGENT.has(signal.kind)) {
    if (endsChat(draft, text)) return leaveChat(draft);
    if (typeAside(draft, text)) return wrote(draft);
    const way = wayOut(draft, text);
    if (way !== undefined && BESIDE_PERSON.has(way)) openAside(draft, way);
  }
  wrote(draft);
}

/** Staff see that there is something new; not when it is all gone, for then the case says so itself. */
function wrote(draft: Draft): void {
  if (draft.conversation.mode === 'ended') return;
  draft.effects.push({ kind: 'case', event: { kind: 'person-wrote' } });
}

/** Out of the line, from wherever the person looks around meanwhile. */
export function leaveLine(draft: Draft): void {
  changeCase(draft, 'withdraw');
  draft.sayWord('line-left');
  leaveWaiting(draft);
}

/** Whether the whole of what was typed ends a chat with a person. */
export function endsChat(draft: Draft, text: string): boolean {
  return draft.program.interruptions.endChat.has(normalise(text.slice(0, 200)));
}

function leaveChat(draft: Draft): void {
  draft.effects.push({ kind: 'case', event: { kind: 'back-to-bot' } });
  afterChat(draft, 'chat-left');
}

/** The person has to be told something of their case. Each piece of news comes once. */
export function takeNews(draft: Draft, news: CaseNews): void {
  const { conversation } = draft;
  const name = news.name ?? '';
  switch (news.kind) {
    case 'joined':
    case 'passed-on':
      conversation.mode = 'with-person';
      return draft.sayWord(`staff-${news.kind}`, { name });
    case 'lost':
    case 'back-in-line':
      conversation.mode = 'waiting';
      draft.sayWord(`staff-${news.kind}`, { name });
      return waitAgain(draft);
    case 'supervisor-joined':
    case 'supervisor-left':
    case 'quiet-check':
      return draft.sayWord(`staff-${news.kind}`, { name });
    case 'closed':
    case 'closed-quiet':
    case 'back-to-bot':
    case 'call-arranged':
      return afterChat(draft, `staff-${news.kind}`);
    case 'expired':
      conversation.mode = 'bot';
      draft.sayWord('staff-expired');
      return leaveWaiting(draft);
    case 'attempt':
      if (news.result !== undefined) draft.sayWord(`staff-attempt-${news.result}`, { name });
      return askAgain(draft);
    default:
      never(news.kind);
  }
}

/** Staff say something, or send a service. The question that was open stays where it is, and nobody has to answer it. */
export function takeStaffWords(draft: Draft, input: Extract<Input, { kind: 'staff' }>): void {
  if ('text' in input) return draft.say(input.text);
  draft.parts.push({
    kind: 'resources',
    items: [{ resource: input.resource, because: [] }],
    asOf: new Date(draft.world.now).toISOString(),
  });
}

/** Numbers at once, without a question: the person who is there asks. `null`: they were asked for. */
function showNumbers(draft: Draft, signal: Signal | null): void {
  const { conversation, world } = draft;
  const kinds = signal === null ? [] : [signal.kind, ...(signal.also ? [signal.also] : [])];
  for (const kind of kinds) {
    if (!URGENT.has(kind)) continue;
    conversation.safety = [
      ...conversation.safety.slice(-49),
      { at: new Date(world.now).toISOString(), kind },
    ];
    draft.effects.push({ kind: 'case', event: { kind: 'safety-shown', signal: kind } });
    if (kind === 'suicide' || kind === 'self-harm') conversation.crisisBar = true;
  }
  draft.parts.push({
    kind: 'text',
    text: word(draft.program, 'numbers-beside-person', conversation.language),
    tone: 'safety',
  });
  const purposes = new Set<LinePurpose>(kinds.flatMap((kind) => LINES[kind] ?? []));
  if (purposes.size === 0) purposes.add('crisis').add('emergency');
  // Each list whole, also where they share a number: in danger nobody should have to look for it in the other one.
  for (const purpose of purposes) {
    draft.parts.push({
      kind: 'lines',
      purpose,
      items: world.directory.lines(purpose, conversation.country, world.now),
    });
  }
}

/** The chat is over: one question about it, then back to where the person was before they waited. */
function afterChat(draft: Draft, wordId: string): void {
  const { afterChat: dialog } = draft.program.interruptions;
  closeAside(draft);
  draft.conversation.mode = 'bot';
  draft.sayWord(wordId);
  if (dialog === undefined) return leaveWaiting(draft);
  const { frames } = draft.conversation;
  const waiting = waitingFrame(draft);
  if (waiting < 0) return callOver(draft, dialog);
  // In its place, so that what called it goes on afterwards.
  frames.length = waiting;
  enter(draft, dialog);
  run(draft);
}

/** In line again: the question of the waiting dialog is open once more. */
function waitAgain(draft: Draft): void {
  const { liveChat } = draft.program.interruptions;
  if (liveChat !== undefined && waitingFrame(draft) < 0) callOver(draft, liveChat);
  else askAgain(draft);
}

function leaveWaiting(draft: Draft): void {
  const waiting = waitingFrame(draft);
  if (waiting < 0) return askAgain(draft);
  draft.conversation.frames.length = waiting + 1;
  if (comeBack(draft) === 'on') run(draft);
}

function waitingFrame(draft: Draft): number {
  const { liveChat } = draft.program.interruptions;
  return draft.conversation.frames.findIndex((frame) => frame.dialog === liveChat);
}
