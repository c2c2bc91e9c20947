import { createHash } from 'node:crypto';
import type { Conversation } from '../domain/conversation.ts';
import { Fault } from '../domain/fault.ts';
import type { Input } from '../domain/input.ts';
import type { ConversationRecord, Entry } from '../domain/record.ts';
import type { Signal } from '../domain/signal.ts';
import type { Wish } from '../domain/wish.ts';
import type { Directory } from '../directory/types.ts';
import { step } from '../engine/step.ts';
import type { World } from '../engine/world.ts';
import type { Program } from '../language/program.ts';
import { changeCase, openCase } from './open-case.ts';
import type { CaseStore, Chance, Clock, ConversationStore } from './ports.ts';
import { countsOf } from './counts.ts';
import { isLabel, listen } from './listen.ts';
import { KeyedLock } from './keyed-lock.ts';
import type { RunTurn, TurnRequest, TurnResult } from './run-turn.ts';

/** What a turn is made of. Program and directory are functions: with `--watch` they change while we run. */
export interface TurnParts {
  program: () => Program;
  directory: () => Directory;
  store: ConversationStore;
  cases: CaseStore;
  clock: Clock;
  chance: Chance;
  /** The safety check: pure, synchronous. It sees every text and every label before the engine does. */
  assess: (text: string) => Signal | null;
  /** What typed words may be asking for: pure, synchronous. Left out: only answers and set phrases are understood. */
  understand?: (text: string) => Wish;
  /** Ids of the kinds of support that typed words fit, best first. */
  findOptions?: (words: string, limit: number) => readonly string[];
  /** Whether a helpline of one's own is set up and has staff at this moment (ms since 1970). */
  helpline: (now: number) => World['helpline'];
  /** One more of each of these, for the needs report. */
  count?: (keys: readonly string[]) => void;
  /** A number or address of a service was found to be wrong. */
  report?: (resource: string) => Promise<void>;
  /** How long a conversation is kept after its last activity, in hours. */
  retentionHours: number;
}

/** The one door from a channel to the engine, and what staff use of it: the same turns, one lock for both. */
export interface Turns {
  run: RunTurn;
  /** Runs work while no turn of the conversation runs; `turn` in it runs one. */
  alone<T>(conversation: string, work: (turn: RunTurn) => Promise<T>): Promise<T>;
  /** Called after a turn of a conversation that has a case, with what was said and what was done to the case. */
  onCase(listener: (conversation: Conversation, result: TurnResult) => void): void;
}

/** A replay needs the latest lines, not a life's worth: the record stays small and a write costs the same. */
const ENTRIES_KEPT = 150;
/** While a person from the helpline is there, both read the whole of what they said to each other. */
const ENTRIES_KEPT_WITH_PERSON = 1500;
const KEYS_KEPT = 100;
/**
 * Characters of one message that are kept and read as an answer. Safety looks at all of it; more than this is a letter,
 * and 150 letters would make each write of the record as long as a book.
 */
const MOST_KEPT = 5000;
/** Each conflict means that another turn of the same conversation went through; so many in a row is a bug. */
const MOST_TRIES = 50;

/**
 * Makes the one door from a channel to the engine: load, resume, safety, step, commit. A conflict repeats the turn from
 * the load, which is safe because nothing before the commit has an effect outside. The same key is never done twice.
 */
export function createTurns(parts: TurnParts): Turns {
  const lock = new KeyedLock();
  const erasing = new RecentKeys();
  let heard: (conversation: Conversation, result: TurnResult) => void = () => undefined;
  const turn: RunTurn = async (request) => {
    const name = `${request.conversation} ${request.key}`;
    // The channel sends again what erased the chat: beginning a new one with it would bring it back.
    if (erasing.has(name)) return { kind: 'repeat', entries: [], effects: [] };
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const result = await tryTurn(parts, request);
      if (result === 'conflict') continue;
      if (result.effects.some((effect) => effect.kind === 'erase')) erasing.add(name);
      for (const effect of result.kind === 'done' ? result.effects : []) {
        if (effect.kind === 'report') await parts.report?.(effect.resource);
      }
      if (result.kind === 'done' && result.conversation?.case !== undefined)
        heard(result.conversation, result);
      return result;
    }
    throw new Fault('too-many-conflicts', request.conversation);
  };
  return {
    // One after the other in this process; another process with the same store meets the compare-and-swap.
    run: (request) => lock.run(request.conversation, () => turn(request)),
    alone: (conversation, work) => lock.run(conversation, () => work(turn)),
    onCase: (listener) => (heard = listener),
  };
}

/** The door alone, where nobody hands over. */
export function createRunTurn(parts: TurnParts): RunTurn {
  return createTurns(parts).run;
}

/** The latest keys of turns that erased a chat. Keys are ids; so many are more than come within any retry. */
class RecentKeys {
  readonly #keys = new Set<string>();

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  add(key: string): void {
    this.#keys.add(key);
    const [oldest] = this.#keys;
    if (this.#keys.size > 1000 && oldest !== undefined) this.#keys.delete(oldest);
  }
}

async function tryTurn(parts: TurnParts, request: TurnRequest): Promise<TurnResult | 'conflict'> {
  const now = parts.clock.now();
  const at = new Date(now).toISOString();
  const found = await parts.store.load(request.conversation);
  // What has expired counts as gone, also before the sweep: the new conversation is written over it.
  const stored = found !== undefined && found.expiresAt > at ? found : undefined;
  const repeated = stored?.seen.find((one) => one.key === request.key);
  if (stored && repeated) {
    const entries = stored.transcript.filter(
      (entry) => entry.seq >= repeated.from && entry.seq <= repeated.to,
    );
    return { kind: 'repeat', entries, effects: [], conversation: stored.conversation };
  }

  const world = worldOf(parts, request, now, stored);
  const done = step(parts.program(), world, stored?.conversation ?? null, shortened(request.input), {
    ...request.hint,
    // On a channel that keeps old cards in view, a new conversation must not count its questions as the last one did.
    asked: request.reference === undefined ? 0 : Math.floor(now / 1000) % 1_000_000_000,
  });
  const entries = newEntries(request, done.reply, stored?.lastSeq ?? 0, at);

  // Said before it is kept, a code could be written down, or a call be waited for, and then be lost: both are put away
  // first, under names that a repeated turn finds again.
  let opened = false;
  for (const effect of done.effects) {
    if (effect.kind === 'keep-until') await parts.store.putCode(hashCode(effect.code), request.conversation);
    if (effect.kind === 'handoff') {
      opened = true;
      await openCase(
        parts.cases,
        caseIdOf(request),
        request.conversation,
        done.conversation,
        effect.request,
        at,
      );
    }
    if (effect.kind === 'case') await changeCase(parts.cases, done.conversation, effect.event, at);
  }
  if (done.effects.some((effect) => effect.kind === 'erase')) {
    await changeCase(parts.cases, done.conversation, { kind: 'erased' }, at);
    await parts.store.erase(request.conversation);
    return { kind: 'done', entries, effects: done.effects, conversation: done.conversation };
  }
  // Words written before the person knew what is kept are answered, and not kept.
  const agreed = stored?.conversation.consented === true || done.conversation.consented;
  const kept = agreed || isLabel(request.input, stored) ? entries : entries.map(withoutWords);
  const record = nextRecord(parts, request, stored, done.conversation, kept, at, found?.version ?? 0);
  if ((await parts.store.commit(record, found?.version ?? null)) === 'ok') {
    parts.count?.(countsOf(parts.program(), stored === undefined, done));
    return { kind: 'done', entries, effects: done.effects, conversation: done.conversation };
  }
  // Another turn came first: what was asked for may not be asked for any more.
  if (opened) await parts.cases.remove(caseIdOf(request));
  return 'conflict';
}

function worldOf(
  parts: TurnParts,
  request: TurnRequest,
  now: number,
  stored: ConversationRecord | undefined,
): World {
  return {
    now,
    directory: parts.directory(),
    helpline: parts.helpline(now),
    signal: listen(parts, request, stored),
    ...(parts.findOptions ? { findOptions: parts.findOptions } : {}),
    retentionHours: parts.retentionHours,
    ...(stored === undefined ? {} : { pause: now - Date.parse(stored.touchedAt) }),
    // These are made only when a step asks for them: they are costly, and most answers need none.
    get wish() {
      return request.input.kind === 'text' ? (parts.understand?.(request.input.text) ?? null) : null;
    },
    get spareCode() {
      return parts.chance.code();
    },
    get caseId() {
      return caseIdOf(request);
    },
    // The person's own line of this turn belongs to what was said before.
    lastSeq: (stored?.lastSeq ?? 0) + (request.said === undefined ? 0 : 1),
  };
}

function newEntries(
  request: TurnRequest,
  reply: Extract<Entry, { from: 'bot' }>['reply'] | null,
  lastSeq: number,
  at: string,
): Entry[] {
  const entries: Entry[] = [];
  let seq = lastSeq;
  const add = (entry: (seq: number) => Entry) => {
    seq += 1;
    entries.push(entry(seq));
  };
  if (request.said !== undefined) {
    const { clientId, input } = request;
    const said = request.said.slice(0, MOST_KEPT);
    add((n) => ({
      seq: n,
      id: String(n),
      at,
      from: 'person',
      text: said,
      ...(clientId === undefined ? {} : { clientId }),
      ...(input.kind === 'choose' ? { chose: input.choices } : {}),
    }));
  }
  if (reply !== null) add((n) => ({ seq: n, id: String(n), at, from: 'bot', reply }));
  return entries;
}

function nextRecord(
  parts: TurnParts,
  request: TurnRequest,
  stored: ConversationRecord | undefined,
  conversation: Conversation,
  entries: readonly Entry[],
  at: string,
  version: number,
): ConversationRecord {
  const lastSeq = entries.at(-1)?.seq ?? stored?.lastSeq ?? 0;
  const first = entries[0]?.seq ?? lastSeq + 1;
  const reference = request.reference ?? stored?.reference;
  const fresh = entries.filter((entry) => entry.from === 'bot').map((entry) => entry.seq);
  return {
    id: request.conversation,
    version: version + 1,
    conversation,
    transcript: [...(stored?.transcript ?? []), ...entries].slice(-entriesKept(conversation)),
    lastSeq,
    seen: [...(stored?.seen ?? []), { key: request.key, from: first, to: lastSeq }].slice(-KEYS_KEPT),
    // Only a channel that must be called can leave something undelivered; a Direct Line client reads the transcript.
    // What is said to a page that opened the same chat by its code does not go to the other channel too.
    // Words of staff go wherever the person is.
    outbox: [...(stored?.outbox ?? []), ...(mustCall(request, stored) ? fresh : [])],
    ...(reference === undefined ? {} : { reference }),
    createdAt: stored?.createdAt ?? at,
    touchedAt: at,
    expiresAt: expiry(parts, conversation, at),
  };
}

function mustCall({ input, reference }: TurnRequest, stored: ConversationRecord | undefined): boolean {
  if (input.kind === 'staff' || input.kind === 'news') return stored?.reference !== undefined;
  return reference !== undefined;
}

function entriesKept({ mode }: Conversation): number {
  return mode === 'waiting' || mode === 'with-person' ? ENTRIES_KEPT_WITH_PERSON : ENTRIES_KEPT;
}

function shortened(input: Input): Input {
  return input.kind === 'text' && input.text.length > MOST_KEPT
    ? { ...input, text: input.text.slice(0, MOST_KEPT) }
    : input;
}

function withoutWords(entry: Entry): Entry {
  return entry.from === 'person' ? { ...entry, text: '…' } : entry;
}

/**
 * So many hours after the last activity, or later when the person asked to come back, or while they wait for someone:
 * a retention set to an hour must not take a chat away from two people.
 */
function expiry(parts: TurnParts, conversation: Conversation, at: string): string {
  const together = conversation.mode === 'waiting' || conversation.mode === 'with-person';
  const hours = together ? Math.max(parts.retentionHours, 24) : parts.retentionHours;
  const usual = new Date(Date.parse(at) + hours * 3_600_000).toISOString();
  const until = conversation.resume?.until;
  return until !== undefined && until > usual ? until : usual;
}

/** A resume code as the store knows it: SHA-256 in hex of the code without spaces, hyphens and case. */
export function hashCode(code: string): string {
  return hash(code.toUpperCase().replace(/[^A-Z0-9]/g, ''));
}

/** A repeated turn opens the same case, so nobody is asked for twice. */
function caseIdOf(request: TurnRequest): string {
  return hash(`case ${request.conversation} ${request.key}`).slice(0, 24);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
