import type { Language } from './locale.ts';

/** What the engine wants done outside, as data. Done after the commit, never before. */
export type Effect =
  /** Remove everything we hold of this conversation. */
  | { kind: 'erase' }
  /** Keep this conversation longer, so that the code can bring it back. `until` is an ISO instant. */
  | { kind: 'keep-until'; code: string; until: string }
  /** A callback request the person approved, line by line. Stored whole. */
  | { kind: 'callback'; request: CallbackRequest };

/** What the person approved to be passed to the helpline, and nothing else. */
export interface CallbackRequest {
  lines: { id: string; label: string; text: string }[];
  /** When asked, ISO instant. */
  at: string;
  /** What the person speaks here. */
  language: Language;
  /** IANA zone of the person's device: "after six" means there. */
  timeZone?: string;
}
