import { z } from 'zod/v4';
import { COUNTRIES } from '../domain/locale.ts';
import { isoDate } from '../language/schema/text.ts';
import { hoursSchema } from './hours-schema.ts';
import { LANGUAGE_CODES, printedNumber } from './schema.ts';

const both = z.strictObject({ en: z.string().min(2), es: z.string().min(2) });
/** Only where that language needs it. */
const either = z.strictObject({ en: z.string().min(2).optional(), es: z.string().min(2).optional() });
const url = z.string().regex(/^https?:\/\/[^\s"'<>]+$/, 'a web address begins with https://');
const lineId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is small letters and digits joined by -');

export const LINE_KINDS = [
  'suicide_crisis',
  'domestic_abuse',
  'emergency',
  'poisons',
  'health_nurse',
  'cancer_line',
  'interpreter',
  'own',
] as const;

/** What can be unconfirmed. The first ones are fields, and a field that is unconfirmed must be empty. */
export const UNCONFIRMED = [
  'phone',
  'sms',
  'keyword-es',
  'chat',
  'web',
  'email',
  'deaf',
  'hours',
  'menu',
  /** The whole line: it may not be shown at all. */
  'line',
  /** Something that no field holds; see the note. */
  'other',
] as const;

/** One line a person can call, text or write to: `resources/safety/lines.yaml`. */
export const lineSchema = z.strictObject({
  id: lineId,
  kind: z.enum(LINE_KINDS),
  country: z.enum([...COUNTRIES, 'international']),
  /** A part of the country, such as UK-SCT or CA-QC; null: all of it. */
  region: z
    .string()
    .regex(/^(UK|CA|AU|US|NZ)-[A-Z]{2,3}$/)
    .nullable()
    .default(null),
  name: z.string().min(2),
  about: both,
  phone: printedNumber.nullable(),
  /** What to press after the call is answered. Always shown with the number. */
  menu: either.nullable().default(null),
  sms: z
    .strictObject({
      number: printedNumber,
      /** The first word to send, in the languages that need one. */
      keyword: either.optional(),
      /** Who may text, or where. Always shown with the number. */
      condition: both.optional(),
    })
    .nullable(),
  chat: url.nullable().default(null),
  web: url.nullable().default(null),
  email: z.string().nullable().default(null),
  /** How a deaf or hard of hearing person reaches it. */
  deaf: both.nullable().default(null),
  hours: hoursSchema.nullable(),
  /** The hours in Spanish, when they are more than "day and night". */
  hours_es: z.string().nullable().default(null),
  languages: z.array(z.enum(LANGUAGE_CODES)),
  /** Lines of other regions, shown with this one: their numbers follow its own. */
  also: z.array(lineId).default([]),
  /** The same line in the list of services. */
  same_as: lineId.nullable().default(null),
  unconfirmed: z.array(z.strictObject({ what: z.enum(UNCONFIRMED), note: z.string() })).default([]),
  confidence: z.enum(['high', 'medium', 'low']),
  /** When its page was read. */
  checked: isoDate,
  /** Who called it, and when. Only a person fills this. */
  called: z.strictObject({ by: z.string(), on: isoDate }).nullable().default(null),
  source_url: url.nullable(),
  extra_sources: z.array(url).default([]),
  source_date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  /** For staff; never shown. */
  notes: z.string().optional(),
});
export type Line = z.infer<typeof lineSchema>;

const list = z.array(lineId).min(1).max(4, 'four lines are the most a frightened person can take in');
/** Which lines are shown for what, best first. `helpline` may name more: the four that fit the hour are shown. */
const lists = z.strictObject({
  crisis: list,
  abuse: list,
  emergency: list,
  poisons: list,
  night: list,
  helpline: z.array(lineId).min(1).max(10),
});
/** `resources/safety/lines.yaml` */
export const linesSchema = z.strictObject({
  lists: z.strictObject({ US: lists, AU: lists, UK: lists, CA: lists, NZ: lists }),
  lines: z.array(lineSchema),
});
export type LinesSource = z.infer<typeof linesSchema>;
