import { IANAZone } from 'luxon';
import type { Conversation } from '../domain/conversation.ts';
import type { Country, Language } from '../domain/locale.ts';
import type { Effect } from '../domain/effect.ts';
import { never } from '../domain/fault.ts';
import type { Input } from '../domain/input.ts';
import type { Reply } from '../domain/reply.ts';
import type { Program } from '../language/program.ts';
import { takeChoices, takeText, rest, wayOut } from './answer/take.ts';
import { accompany, endsChat, leaveLine, takeNews, takeStaffWords } from './accompany.ts';
import { Draft, type TraceStep } from './draft.ts';
import { answerSignal, callOver, interrupt, skip } from './interrupt.ts';
import { keep, tellReached } from './plan.ts';
import { resume } from './resume.ts';
import { askAgain, enter, run } from './run.ts';
import { freshConversation } from './start.ts';
import type { World } from './world.ts';

/** What one input led to. `reply` is null when there is nothing to say. */
export interface Step {
  conversation: Conversation;
  reply: Reply | null;
  effects: Effect[];
  trace: TraceStep[];
}

/**
 * The engine: one input in one conversation, as a function. Time, chance and the world come in as data, what is to be
 * done goes out as data, and nothing that was passed in is changed; so a step may be repeated, replayed and counted.
 *
 * @param stored the conversation so far, or null for a new one
 * @param hint what is known of a new conversation: country and language as the channel guesses them, and the number to
 *   count questions from, where buttons of an earlier conversation may still be in view
 * @throws Fault only for a bug: a name that the checker let through
 */
export function step(
  program: Program,
  world: World,
  stored: Conversation | null,
  input: Input,
  hint: { country?: Country; language?: Language; asked?: number } = {},
): Step {
  const isNew = stored === null;
  const { conversation, lost } = resume(program, stored ?? freshConversation(program, hint));
  const draft = new Draft(program, world, conversation);
  if (input.kind === 'news') {
    takeNews(draft, input.news);
  } else if (input.kind === 'staff') {
    takeStaffWords(draft, input);
  } else if (conversation.mode === 'with-person') {
    // Whatever has changed in the dialogs meanwhile, a person is there: they are answered by that person.
    accompany(draft, input);
    if (input.kind === 'keep') keep(draft, input.what, input.id, input.on);
    if (input.kind === 'reached') tellReached(draft, input.resource, input.yes);
    if (input.kind === 'settings') takeSettings(draft, input);
  } else if (isNew) {
    greet(draft, input);
  } else if (world.signal !== null) {
    answerSignal(draft, world.signal);
  } else if (lost && changesPlace(input)) {
    // The question that was open is not there any more, so this input cannot be its answer.
    draft.sayWord('changed-while-away');
    if (draft.top() === undefined) enter(draft, program.interruptions.welcome);
    run(draft);
    takeWayOut(draft, input);
  } else {
    take(draft, input);
  }
  return finish(draft, input.kind === 'staff' ? input.name : undefined);
}

/** The opening. A first message that is a cry for help is answered as one, with the opening's question after it. */
function greet(draft: Draft, input: Input): void {
  if (input.kind === 'settings') takeSettings(draft, input);
  if (draft.world.signal !== null) {
    answerSignal(draft, draft.world.signal);
    return;
  }
  enter(draft, draft.program.interruptions.welcome);
  run(draft);
  takeWayOut(draft, input);
  if (input.kind === 'consent') draft.conversation.consented = true;
}

/**
 * A button or a phrase that leads somewhere at any point leads there also where no answer could be meant: in a first
 * message, and after the open question is gone. "Hello" leads to help, which a greeting need not.
 */
function takeWayOut(draft: Draft, input: Input): void {
  const id =
    input.kind === 'interrupt' ? input.id : input.kind === 'text' ? wayOut(draft, input.text) : undefined;
  const does =
    id === undefined || (id === 'help' && input.kind === 'text')
      ? undefined
      : draft.program.interruptions.does.get(id);
  if (id !== undefined && does !== undefined && 'call' in does) interrupt(draft, id);
}

function take(draft: Draft, input: Input): void {
  const { conversation } = draft;
  switch (input.kind) {
    case 'start':
      return;
    case 'text':
      if (conversation.mode === 'waiting' && endsChat(draft, input.text)) return leaveLine(draft);
      return takeText(draft, input.text);
    case 'choose':
      return takeChoices(draft, input.ask, input.choices);
    case 'skip':
      if (input.ask !== String(conversation.asked)) {
        draft.sayWord('stale-button');
        return rest(draft);
      }
      return skip(draft);
    case 'interrupt':
      return interrupt(draft, input.id);
    case 'keep':
      return keep(draft, input.what, input.id, input.on);
    case 'open':
      return open(draft, input.option);
    case 'consent':
      conversation.consented = true;
      return;
    case 'dismiss':
      conversation.crisisBar = false;
      return;
    case 'settings':
      return takeSettings(draft, input);
    case 'report':
      if (draft.world.directory.has(input.resource)) {
        draft.effects.push({ kind: 'report', resource: input.resource });
      }
      return;
    case 'reached':
      return tellReached(draft, input.resource, input.yes);
    case 'leave':
      if (conversation.mode === 'waiting') return leaveLine(draft);
      // The chat has ended meanwhile, or has not begun: the bot is speaking already.
      return askAgain(draft);
    case 'news':
    case 'staff':
      return;
    default:
      never(input);
  }
}

/** "What does this involve?": the option dialog over the open question. */
function open(draft: Draft, option: string): void {
  const { option: dialog } = draft.program.interruptions;
  if (!draft.program.options.has(option)) return askAgain(draft);
  draft.set(`${dialog}.option`, option);
  callOver(draft, dialog);
}

function takeSettings(draft: Draft, input: Extract<Input, { kind: 'settings' }>): void {
  const { conversation } = draft;
  if (input.country) conversation.country = input.country;
  if (input.timeZone && isZone(input.timeZone)) conversation.timeZone = input.timeZone;
  if (input.language && input.language !== conversation.language) {
    conversation.language = input.language;
    // Said again in the language just chosen.
    if (draft.top() !== undefined && draft.conversation.asked > 0) askAgain(draft);
  }
}

function changesPlace(input: Input): boolean {
  return (
    input.kind === 'text' || input.kind === 'choose' || input.kind === 'skip' || input.kind === 'interrupt'
  );
}

function finish(draft: Draft, by?: string): Step {
  const { conversation, parts, ask, planTouched } = draft;
  const silent = parts.length === 0 && ask === undefined && !planTouched;
  const reply: Reply | null = silent
    ? null
    : {
        parts,
        ...(by === undefined ? {} : { by }),
        ...(ask ? { ask } : {}),
        ...(planTouched ? { plan: conversation.plan } : {}),
      };
  return { conversation, reply, effects: draft.effects, trace: draft.trace };
}

/** A time zone that is one, in its usual spelling: the client's word alone is not taken. */
function isZone(zone: string): boolean {
  return (
    IANAZone.isValidZone(zone) &&
    new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone === zone
  );
}
