import type { Directory } from '../directory/types.ts';
import type { Signal } from '../domain/signal.ts';
import type { Wish } from '../domain/wish.ts';

/** Everything outside the conversation that a step may look at. The clock and chance come in as plain values. */
export interface World {
  /** Milliseconds since 1970. */
  now: number;
  directory: Directory;
  /** A helpline of one's own: not set up, staff there, or closed (with the ISO instant when it opens). */
  helpline: { state: 'none' | 'open' | 'closed'; name?: string; opens?: string };
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
}
