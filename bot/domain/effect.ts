import type { CallbackWish, CaseEvent, SummaryLine } from './case.ts';
import type { Language } from './locale.ts';

/** What the engine wants done outside, as data. Done after the commit, never before. */
export type Effect =
  /** Remove everything we hold of this conversation. */
  | { kind: 'erase' }
  /** Keep this conversation longer, so that the code can bring it back. `until` is an ISO instant. */
  | { kind: 'keep-until'; code: string; until: string }
  /** A request for a person that was approved, line by line: a live chat or a call back. Stored whole. */
  | { kind: 'handoff'; request: HandoffRequest }
  /** A number or address of a service was reported as wrong. */
  | { kind: 'report'; resource: string }
  /** One more for the needs report: a service was reached, or it was not. */
  | { kind: 'reached'; yes: boolean }
  /** The person does something to the case of this conversation: waits no longer, goes back to the bot. */
  | { kind: 'case'; event: CaseEvent };

/** What the person approved to be passed to the helpline, and nothing else. */
export interface HandoffRequest {
  way: 'live' | 'callback';
  lines: SummaryLine[];
  /** How to call; for call backs. */
  callback?: CallbackWish;
  /** The person ticked that staff may read what was said before. */
  earlier: boolean;
  /** When asked, ISO instant. */
  at: string;
  /** What the person speaks here. */
  language: Language;
  /** IANA zone of the person's device: "after six" means there. */
  timeZone?: string;
}
