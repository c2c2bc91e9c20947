import type { PageInput } from '../../../domain/view.ts';
import type { Activity } from './activity.ts';

/**
 * Something the person did that the server may not have yet. Messages stay until they come back on the stream, events
 * until the server took them. The id goes along, so that the server does a repeated one only once.
 */
export interface Outgoing {
  id: string;
  kind: 'message' | 'event';
  /** What the person reads as their own words. Empty for events. */
  text: string;
  input?: PageInput;
  /** `waiting`: to be sent. `accepted`: the server has it, the echo is still to come. `failed`: the person decides. */
  state: 'waiting' | 'accepted' | 'failed';
  /** How often the server answered with trouble of its own. */
  troubles: number;
}

export type Outbox = readonly Outgoing[];

/** After so many troubled answers to the same message, the person is asked instead of the server. */
export const TROUBLES_BEFORE_ASKING = 2;

/** Something the person has just done, not yet sent. `id`: one that nobody else uses. */
export function outgoing(id: string, kind: Outgoing['kind'], text: string, input?: PageInput): Outgoing {
  return { id, kind, text, ...(input ? { input } : {}), state: 'waiting', troubles: 0 };
}

export function nextToSend(outbox: Outbox): Outgoing | undefined {
  return outbox.find((item) => item.state === 'waiting');
}

export function accepted(outbox: Outbox, id: string): Outbox {
  return change(
    outbox.filter((item) => item.id !== id || item.kind === 'message'),
    id,
    (item) => ({ ...item, state: 'accepted' }),
  );
}

export function troubled(outbox: Outbox, id: string): Outbox {
  return change(outbox, id, (item) => {
    const troubles = item.troubles + 1;
    return { ...item, troubles, state: troubles >= TROUBLES_BEFORE_ASKING ? 'failed' : 'waiting' };
  });
}

export function failed(outbox: Outbox, id: string): Outbox {
  return change(outbox, id, (item) => ({ ...item, state: 'failed' }));
}

export function retried(outbox: Outbox, id: string): Outbox {
  return change(outbox, id, (item) => ({ ...item, state: 'waiting', troubles: 0 }));
}

export function removed(outbox: Outbox, id: string): Outbox {
  return outbox.filter((item) => item.id !== id);
}

/** Takes out what the server has sent back. */
export function echoed(outbox: Outbox, activities: readonly Activity[]): Outbox {
  const ids = new Set(activities.map((activity) => activity.channelData?.clientActivityID));
  const left = outbox.filter((item) => !ids.has(item.id));
  return left.length === outbox.length ? outbox : left;
}

/** After a reload: what was accepted but never seen again is offered again under the same id. */
export function afterReload(outbox: Outbox): Outbox {
  return outbox.map((item) => (item.state === 'accepted' ? { ...item, state: 'waiting' } : item));
}

/** The activity that goes over the wire. */
export function toActivity(item: Outgoing, locale: string): Record<string, unknown> {
  return {
    type: item.kind,
    ...(item.kind === 'event' ? { name: 'navigator' } : { text: item.text }),
    ...(item.input ? { value: { navigator: item.input } } : {}),
    locale,
    channelData: { clientActivityID: item.id },
  };
}

function change(outbox: Outbox, id: string, to: (item: Outgoing) => Outgoing): Outbox {
  return outbox.map((item) => (item.id === id ? to(item) : item));
}
