import type { ThreadLine } from '../../../domain/console.ts';

/** The lines of a chat with those that came in: each once, in order. */
export function merge(thread: readonly ThreadLine[], added: readonly ThreadLine[]): ThreadLine[] {
  const bySeq = new Map(thread.map((line) => [line.seq, line]));
  for (const line of added) bySeq.set(line.seq, { ...bySeq.get(line.seq), ...line });
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/** What became of our own lines, up to where the person was sent and has read. */
export function marked(thread: readonly ThreadLine[], delivered: number, read: number): ThreadLine[] {
  return thread.map((line) => {
    if (line.from !== 'staff') return line;
    const state = line.seq <= read ? 'read' : line.seq <= delivered ? 'delivered' : (line.state ?? 'sent');
    return state === line.state ? line : { ...line, state };
  });
}

/** A message of ours on its way. It goes out under an id of its own, so that sending it twice says it once. */
export interface Outgoing {
  clientId: string;
  case: string;
  text: string;
  resource?: string;
  state: 'sending' | 'failed';
  /** Why it was refused; without it the line was lost, and it is tried again by itself. */
  why?: string;
}

/** What is still on its way in one case. */
export function waitingIn(outbox: readonly Outgoing[], id: string): Outgoing[] {
  return outbox.filter((one) => one.case === id);
}

/** What goes out next when the line is back, in the order it was written: all that was lost, nothing that was refused. */
export function lost(outbox: readonly Outgoing[]): Outgoing[] {
  return outbox.filter((one) => one.state === 'failed' && one.why === undefined);
}

/** Whether something written before it in the same case still waits: then it waits, too, so that the order stays. */
export function mustWait(outbox: readonly Outgoing[], message: Outgoing): boolean {
  const before = outbox.slice(
    0,
    outbox.findIndex((one) => one.clientId === message.clientId),
  );
  return lost(before).some((one) => one.case === message.case);
}
