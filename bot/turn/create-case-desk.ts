import { type Case, type CaseEvent, type CaseRefusal, OPEN_STATES } from '../domain/case.ts';
import { Fault } from '../domain/fault.ts';
import type { Input } from '../domain/input.ts';
import { advance } from '../handoff/case.ts';
import { isOver, timeDoes } from '../handoff/passing-time.ts';
import { permit } from '../handoff/permit.ts';
import { chatsOf, mayTake } from '../handoff/queue.ts';
import { type Actor, type CaseDesk, type DeskEvent, HUB, type Refused } from './case-desk.ts';
import type { Turns } from './create-run-turn.ts';
import { KeyedLock } from './keyed-lock.ts';
import type { CaseStore, Clock, ConversationStore, Reach } from './ports.ts';
import type { RunTurn } from './run-turn.ts';
import { shownIn, threadOf, type Names } from './thread.ts';
import { Typing } from './typing.ts';

export interface CaseDeskParts {
  turns: Turns;
  cases: CaseStore;
  store: ConversationStore;
  clock: Clock;
  reach: Reach;
  /** Titles of kinds of support and names of services, in a language. */
  names: Names;
  /** Display name of a member of staff. */
  nameOf: (staff: string) => string;
}

/** Who does what nobody of the staff and no person does: time, and a start after a crash. */
const SYSTEM = 'system';
/** More changes of one case at once than a team can make. */
const MOST_TRIES = 20;

/** The staff's door. Everything that touches one case runs alone with its conversation, so a check stays true. */
export function createCaseDesk(parts: CaseDeskParts): CaseDesk {
  const { turns, cases, store, clock, reach } = parts;
  const listeners = new Set<(event: DeskEvent) => void>();
  /** Someone with two windows takes one case after the other, so that they never have more than they may. */
  const claims = new KeyedLock();
  const typing = new Typing(clock);
  /** How far the person was sent and has read what was said, while we run. */
  const marks = new Map<string, { delivered: number; read: number }>();

  const emit = (event: DeskEvent) => {
    for (const listener of listeners) listener(event);
  };
  const at = () => new Date(clock.now()).toISOString();

  /** Commits one event; the case as it is afterwards, or why not. */
  async function change(id: string, by: string, event: CaseEvent): Promise<Case | CaseRefusal> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const record = cases.get(id);
      if (record === undefined) return 'no-case';
      const next = advance(record, by, event, at());
      if (typeof next === 'string' || next === record) return next;
      if ((await cases.commit(next, record.version)) === 'conflict') continue;
      emit({ kind: 'case', case: next, what: event.kind });
      return next;
    }
    return 'conflict';
  }

  /** One turn of the conversation that is not the person's own, delivered and told to staff. */
  async function tell(turn: RunTurn, record: Case, key: string, input: Input): Promise<number> {
    const { conversation } = record;
    const result = await turn({ conversation, key, input });
    await reach.deliver(conversation, result);
    const last = result.entries.at(-1)?.seq ?? 0;
    if (last > 0 && reach.here(conversation)) mark(record, last, 0);
    return last;
  }

  async function isThere(conversation: string): Promise<boolean> {
    const record = await store.load(conversation);
    return record !== undefined && Date.parse(record.expiresAt) > clock.now();
  }

  /** Says what the case has for the person, each piece once: its key is the same after a crash. */
  async function passNewsOn(turn: RunTurn, id: string): Promise<void> {
    const record = cases.get(id);
    if (record === undefined || record.news.length === 0) return;
    const there = await isThere(record.conversation);
    for (const news of there ? record.news : []) {
      await tell(turn, record, `case-${id}-${news.n}`, { kind: 'news', news });
    }
    const told = new Set(record.news.map((news) => news.n));
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const now = cases.get(id);
      if (now === undefined) return;
      const next = { ...now, version: now.version + 1, news: now.news.filter((news) => !told.has(news.n)) };
      if ((await cases.commit(next, now.version)) === 'ok') return;
    }
    throw new Fault('too-many-conflicts', id);
  }

  /** Commits one event and says what it means for the person. Only while nothing else touches the conversation. */
  async function carryOut(turn: RunTurn, id: string, by: string, event: CaseEvent): Promise<Case | Refused> {
    const changed = await change(id, by, event);
    if (typeof changed === 'string') return { refused: changed };
    await passNewsOn(turn, id);
    return cases.get(id) ?? changed;
  }

  async function act(id: string, actor: Actor, event: CaseEvent): Promise<Case | Refused> {
    const known = cases.get(id);
    if (known === undefined) return { refused: 'no-case' };
    return turns.alone(known.conversation, async (turn) => {
      const record = cases.get(id);
      if (record === undefined) return { refused: 'no-case' };
      const allowed = permit(record, actor, event);
      if (allowed !== 'ok') return { refused: allowed };
      if (event.kind !== 'claimed' || record.owner === actor.id) return carryOut(turn, id, actor.id, event);
      return claims.run(actor.id, async () =>
        mayTake(chatsOf(cases.all(), actor.id), record, actor.limit)
          ? carryOut(turn, id, actor.id, event)
          : { refused: 'too-many-chats' },
      );
    });
  }

  /** What time does to one case, and what its conversation could not be told when it happened. */
  async function letTimePass(record: Case, connected: (staff: string) => boolean): Promise<void> {
    const { id, conversation } = record;
    if (isOver(record, clock.now())) {
      await cases.remove(id);
      marks.delete(id);
      return;
    }
    const due = (one: Case) => {
      const { owner } = one;
      const lost = owner !== null && owner !== HUB && !connected(owner);
      const ownerName = owner === null ? '' : parts.nameOf(owner);
      return timeDoes(one, clock.now(), { lost, ownerName, typedAt: typing.at(one.conversation) });
    };
    if (due(record) === null && record.news.length === 0) return;
    await turns.alone(conversation, async (turn) => {
      // Until it was our turn, someone may have taken, left or closed it.
      const now = cases.get(id);
      const event = now === undefined ? null : due(now);
      if (event === null) await passNewsOn(turn, id);
      else await carryOut(turn, id, SYSTEM, event);
    });
  }

  function mark(record: Case, delivered: number, read: number): void {
    const before = marks.get(record.id) ?? { delivered: 0, read: 0 };
    const now = { delivered: Math.max(before.delivered, delivered, read), read: Math.max(before.read, read) };
    if (now.delivered === before.delivered && now.read === before.read) return;
    marks.set(record.id, now);
    emit({ kind: 'seen', case: record, ...now });
  }

  /** The case of a conversation in which someone waits or talks. */
  function openCaseOf(conversation: string): Case | undefined {
    return cases.all().find((one) => one.conversation === conversation && OPEN_STATES.has(one.state));
  }

  turns.onCase((conversation, result) => {
    const record = conversation.case && cases.get(conversation.case.id);
    if (record === undefined) return;
    for (const effect of result.effects) {
      if (effect.kind === 'case') emit({ kind: 'case', case: record, what: effect.event.kind });
      if (effect.kind === 'handoff') emit({ kind: 'case', case: record, what: 'requested' });
      if (effect.kind === 'erase') emit({ kind: 'case', case: record, what: 'erased' });
    }
    const [first] = result.entries;
    if (first !== undefined) emit({ kind: 'thread', case: record, after: first.seq - 1 });
  });

  return {
    get: (id) => cases.get(id),
    all: () => cases.all(),
    act,

    async say(id, actor, message) {
      const known = cases.get(id);
      if (known === undefined) return { refused: 'no-case' };
      return turns.alone(known.conversation, async (turn) => {
        const record = cases.get(id);
        if (record === undefined) return { refused: 'no-case' };
        const allowed = permit(record, actor, { kind: 'staff-wrote' });
        if (allowed !== 'ok') return { refused: allowed };
        // A turn of a conversation that is gone would begin a new one that nobody reads.
        if (!(await isThere(record.conversation))) return { refused: 'ended' };
        const changed = await change(id, actor.id, { kind: 'staff-wrote' });
        if (typeof changed === 'string') return { refused: changed };
        if ('resource' in message) {
          await change(id, actor.id, { kind: 'service-sent', resource: message.resource });
        }
        const words = 'text' in message ? { text: message.text } : { resource: message.resource };
        const key = `staff:${actor.id}:${message.clientId}`;
        const seq = await tell(turn, changed, key, { kind: 'staff', name: actor.name, ...words });
        return { seq };
      });
    },

    async thread(id, after) {
      const record = cases.get(id);
      const there = record && (await store.load(record.conversation));
      if (record === undefined || there === undefined) return undefined;
      return threadOf(record, there, parts.names, marks.get(id), after);
    },

    async shown(id) {
      const record = cases.get(id);
      const there = record && (await store.load(record.conversation));
      return shownIn(there, record?.language ?? 'en', parts.names);
    },

    typing(id, actor, on) {
      const record = cases.get(id);
      if (record === undefined || permit(record, actor, { kind: 'staff-wrote' }) !== 'ok') return;
      reach.signal(record.conversation, { typing: on, name: actor.name });
    },

    read(id, actor, seq) {
      const record = cases.get(id);
      if (record === undefined || permit(record, actor, { kind: 'staff-wrote' }) !== 'ok') return;
      reach.signal(record.conversation, { read: seq });
    },

    person(id) {
      const record = cases.get(id);
      const known = marks.get(id) ?? { delivered: 0, read: 0 };
      return {
        here: record !== undefined && reach.here(record.conversation),
        typing: record !== undefined && typing.is(record.conversation),
        typedAt: record && typing.at(record.conversation),
        ...known,
      };
    },

    async hub(conversation, state) {
      const record = openCaseOf(conversation);
      if (record === undefined) return;
      // Of a case that one of the staff has taken meanwhile, a hub has nothing to say any more.
      const actor: Actor = { id: HUB, name: '', supervisor: false, limit: Number.POSITIVE_INFINITY };
      if (state === 'accepted') {
        await act(record.id, actor, { kind: 'claimed', name: parts.nameOf(HUB) });
        // The hub passes messages on by itself: nothing has to be written here first.
        await act(record.id, actor, { kind: 'staff-wrote' });
      } else if (state === 'failed') {
        await act(record.id, actor, { kind: 'transferred', to: null, name: '' });
      } else {
        await act(record.id, actor, { kind: 'back-to-bot' });
      }
    },

    personTypes(conversation) {
      const record = openCaseOf(conversation);
      if (record === undefined) return;
      typing.now(conversation);
      emit({ kind: 'typing', case: record, typing: true });
    },

    personRead(conversation, seq) {
      const record = openCaseOf(conversation);
      if (record !== undefined) mark(record, seq, seq);
    },

    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async recover() {
      for (const { id, conversation } of cases.all()) {
        await turns.alone(conversation, async (turn) => {
          await passNewsOn(turn, id);
          const record = cases.get(id);
          if (record === undefined || !OPEN_STATES.has(record.state) || record.way !== 'live') return;
          // The request was put away, and the turn that made it never came about; or the chat was deleted since.
          const there = await store.load(conversation);
          if (there?.conversation.case?.id !== id) await carryOut(turn, id, SYSTEM, { kind: 'withdrawn' });
        });
      }
    },

    async tick(connected) {
      const failures: unknown[] = [];
      for (const record of cases.all()) {
        // A case whose file cannot be written must not stop the time of all others.
        await letTimePass(record, connected).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
