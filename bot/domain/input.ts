import type { CaseNews } from './case.ts';
import type { Country, Language } from './locale.ts';

/**
 * What is possible at any point, whatever the open question. `dialogs/interruptions.yaml` says what each does. With a person
 * from the helpline only those of `BESIDE_PERSON` do something: the bot is quiet, and says so.
 */
export const INTERRUPTIONS = [
  'person',
  'urgent',
  'why',
  'back',
  'skip',
  'language',
  'country',
  'again',
  'erase',
  'help',
  'plan',
] as const;
export type InterruptionId = (typeof INTERRUPTIONS)[number];

/** What stays possible while a person from the helpline is there, beside urgent help. */
export const BESIDE_PERSON: ReadonlySet<InterruptionId> = new Set(['language', 'country', 'erase']);

/** What a person did, freed from the channel it came through. */
export type Input =
  /** The person arrived. Says hello once; a second arrival in the same conversation says nothing. */
  | { kind: 'start' }
  /** Something was typed. */
  | { kind: 'text'; text: string }
  /** Choices were pressed. `ask` is the id the question carried, so that a press on an old card is recognised. */
  | { kind: 'choose'; ask: string; choices: string[] }
  /** The open question was skipped. */
  | { kind: 'skip'; ask: string }
  | { kind: 'interrupt'; id: InterruptionId }
  /** An option or service was kept in the plan, or taken out again. Never disturbs the open question. */
  | { kind: 'keep'; what: 'option' | 'resource' | 'question'; id: string; on: boolean }
  /** "What does this involve?" on a card. */
  | { kind: 'open'; option: string }
  /** The person has read what this is and what is kept, and may now type freely. */
  | { kind: 'consent' }
  /** The crisis bar was put away. */
  | { kind: 'dismiss' }
  /** The person goes back from a chat with a person to the bot, or leaves the line for one. */
  | { kind: 'leave' }
  /** A number or address of a service is wrong. Says nothing about who found it so. */
  | { kind: 'report'; resource: string }
  /** Whether a service in the plan was reached. Counted, without the service and without the person. */
  | { kind: 'reached'; resource: string; yes: boolean }
  /** From staff, never from a channel: a message, or a service by id. */
  | { kind: 'staff'; name: string; text: string }
  | { kind: 'staff'; name: string; resource: string }
  /** From the case, never from a channel: what the person has to be told about it. */
  | { kind: 'news'; news: CaseNews }
  /** What the browser knows without asking. */
  | { kind: 'settings'; country?: Country; language?: Language; timeZone?: string };
