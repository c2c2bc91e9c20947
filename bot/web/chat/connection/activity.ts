import type { ReplyView } from '../../../domain/view.ts';

/** The fields of a Bot Framework activity that the page reads. Anything may be missing: it comes over the wire. */
export interface Activity {
  type: string;
  id?: string;
  name?: string;
  text?: string;
  locale?: string;
  from?: { id?: string; name?: string; role?: string };
  /** Of an event: what it says. */
  value?: unknown;
  channelData?: {
    clientActivityID?: string;
    /** Number of the line in the conversation. */
    'webchat:sequence-id'?: number;
    navigator?: ReplyView | { v?: undefined; by?: string };
  };
}

/** What a stream frame or a GET of activities holds. */
export interface ActivitySet {
  activities?: Activity[];
  watermark?: string | null;
}

/** Whether the person on this page (or on another device with the same chat) wrote it. */
export function isFromPerson(activity: Activity): boolean {
  const { from } = activity;
  return (
    from?.role === 'user' || (from?.role === undefined && from?.id !== undefined && from.id.startsWith('dl_'))
  );
}
