import type { Directory } from '../directory/types.ts';
import type { Language } from '../domain/locale.ts';
import type { Signal } from '../domain/signal.ts';
import type { Wish } from '../domain/wish.ts';

/** Everything outside the conversation that a step may look at. The clock and chance come in as plain values. */
export interface World {
  /** Milliseconds since 1970. */
  now: number;
  directory: Directory;
  /** A helpline of one's own: not set up, staff there, or closed (with the ISO instant when it opens). */
  helpline: {
    state: 'none' | 'open' | 'closed';
    name?: string;
    opens?: string;
    /** Someone is there to chat right now: hours, staff on duty, and no supervisor has closed it. */
    chat?: boolean;
    /** Calls back are offered; left out: yes. */
    callback?: boolean;
    /** The helpline's own words on what it does with what people write, by language. */
    says?: {
      [About in 'who_reads' | 'what_is_kept' | 'must_tell_others' | 'number_shown']?:
        | { [In in Language]?: string | undefined }
        | undefined;
    };
  };
  /** What the safety check found in this input, already assessed; null when nothing. */
  signal: Signal | null;
  /** What typed words may be asking for; looked at only when they are no answer and no way out. */
  wish?: Wish | null;
  /** Ids of the kinds of support that typed words fit, best first. Without it only services are searched. */
  findOptions?: (words: string, limit: number) => readonly string[];
  /** How long a conversation is kept after its last activity, in hours: what we say of it must be true. */
  retentionHours: number;
  /** A fresh resume code, used only if this step needs one. */
  spareCode: string;
  /** The id of the case that this step may open: the same when the step is repeated. Left out where nothing is stored. */
  caseId?: string;
  /** Milliseconds since the turn before this one. Left out: it follows at once. */
  pause?: number;
  /** The seq of the last line before this step. */
  lastSeq?: number;
}
