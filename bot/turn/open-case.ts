import { type CaseEvent, OPEN_STATES } from '../domain/case.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { HandoffRequest } from '../domain/effect.ts';
import { Fault } from '../domain/fault.ts';
import { advance, newCase } from '../handoff/case.ts';
import type { CaseStore } from './ports.ts';

/** More changes of one case at once than staff and a person can make. */
const MOST_TRIES = 20;

/**
 * Opens the case that a person approved. The same turn again opens nothing new; but a case that ended before its turn
 * came about (the server was down for a while in between) is opened again, or the person would wait for nobody.
 */
export async function openCase(
  cases: CaseStore,
  id: string,
  conversationId: string,
  conversation: Conversation,
  request: HandoffRequest,
  at: string,
): Promise<void> {
  const before = cases.get(id);
  if (before !== undefined && OPEN_STATES.has(before.state)) return;
  const { way, lines, callback, earlier, language, timeZone } = request;
  const fresh = newCase(
    {
      id,
      conversation: conversationId,
      way,
      summary: lines,
      earlier,
      fromSeq: conversation.case?.fromSeq ?? 0,
      language,
      country: conversation.country,
      safety: conversation.safety.map((one) => ({ ...one })),
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(callback === undefined ? {} : { callback }),
    },
    at,
  );
  await cases.commit({ ...fresh, version: (before?.version ?? 0) + 1 }, before?.version ?? null);
}

/**
 * Something the person did to their case. What makes no sense any more (the case has ended meanwhile) changes nothing:
 * the case is what counts, and its news tell the conversation.
 */
export async function changeCase(
  cases: CaseStore,
  conversation: Conversation,
  event: CaseEvent,
  at: string,
): Promise<void> {
  const id = conversation.case?.id;
  if (id === undefined) return;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const record = cases.get(id);
    if (record === undefined) return;
    const next = advance(record, 'person', event, at);
    if (typeof next === 'string' || next === record) return;
    if ((await cases.commit(next, record.version)) === 'ok') return;
  }
  throw new Fault('too-many-conflicts', id);
}
