import { KINDS } from './schema.ts';

/**
 * Everything the cards of services and lines say by themselves. The sentences are in `resources/directory/words.yaml`, in both
 * languages; `{…}` in them are places for a value.
 */
export const WORD_IDS = [
  ...KINDS.map((kind) => `kind-${kind}` as const),
  'where-US',
  'where-AU',
  'where-UK',
  'where-CA',
  'where-NZ',
  'where-international',
  'where-counties',
  'language-en',
  'language-es',
  'language-fr',
  'more-interpreters',
  'more-volunteers',
  'more-some-areas',
  'contact-call',
  'contact-call-menu',
  'contact-text',
  'contact-text-keyword',
  'contact-web',
  'contact-chat',
  'contact-email',
  'contact-condition',
  'contact-region',
  'hours-always',
  'hours-unknown',
  'opens-today',
  'opens-tomorrow',
  'opens-day',
  'opens-date',
  'your-time',
  'caution-paused',
  'caution-paused-since',
  'caution-unsure',
  'caution-money',
  'caution-places',
  'caution-group',
  'caution-phone',
  'caution-hours',
  'caution-no-hours',
  'caution-url',
  'caution-cost',
  'caution-details',
  'caution-second-hand',
  'caution-old',
  'caution-due',
  'caution-too-old',
  'caution-english-text',
  'source',
  'source-dated',
  'hours-span',
  'hours-days',
] as const;
export type WordId = (typeof WORD_IDS)[number];

/** A sentence in the language of the person, with its values filled in. */
export type Word = (id: WordId, values?: Readonly<Record<string, string>>) => string;
