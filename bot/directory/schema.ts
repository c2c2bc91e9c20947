import { z } from 'zod/v4';
import { isoDate } from '../language/schema/text.ts';
import { FACILITATIONS } from './facilitation.ts';
import { fitsSchema } from './fits-schema.ts';
import { hoursSchema } from './hours-schema.ts';

/** What a service offers. Their names for people are in `resources/directory/words.yaml` as `kind-…`. */
export const KINDS = [
  'helpline',
  'live-chat',
  'professionally-led-group',
  'peer-led-group',
  'online-community',
  'one-on-one-peer',
  'nurse-navigation',
  'counselling',
  'financial-assistance',
  'copay-assistance',
  'transport',
  'lodging',
  'work-legal-insurance',
  'clinical-trial-finder',
  'palliative-hospice',
  'caregiver-support',
  'information',
  'crisis-line',
  'local-directory',
  'wigs-practical',
] as const;
export type Kind = (typeof KINDS)[number];

/** Best fit for people with metastatic breast cancer first. */
export const STAGES = ['mbc-specific', 'any-stage', 'any-cancer'] as const;
export type Stage = (typeof STAGES)[number];

export const FORMATS = ['phone', 'video', 'in_person', 'online', 'email', 'text'] as const;
export type Format = (typeof FORMATS)[number];

export const LANGUAGE_CODES = ['en', 'es', 'fr'] as const;

/** No service says it drives or serves farther than this from where it is; wider ones name their regions. */
export const FARTHEST_KM = 500;

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is small letters and digits joined by -, and never changes');
const text = (most: number) => z.string().trim().min(2).max(most);
const url = z
  .string()
  .regex(/^https?:\/\/[^\s"'<>]+$/, 'a web address begins with https:// (or http://) and has no spaces');
const email = z.string().regex(/^[^\s@<>?&]+@[^\s@<>?&]+\.[a-z]{2,}$/i, 'an email address');
/** A phone number as it is printed; without quotes YAML makes a number of it and drops zeros. */
export const printedNumber = z.string({ error: "write the number in quotes: '1-877-465-6636'" }).min(3);
const partDate = z
  .string({ error: "a date is written '2026', '2026-11' or '2026-11-20', a year alone in quotes" })
  .regex(
    /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/,
    "a date is written '2026', '2026-11' or '2026-11-20'",
  );
const region = z
  .string()
  .regex(
    /^(national|international|US|AU|UK|CA|NZ|(US|AU|UK|CA|NZ)-[A-Z]{2,3})$/,
    'a region is `national`, `international`, a country such as CA, or a state such as US-MT',
  );

/** One service of an organisation. What each field means, for people who edit the list: `resources/directory/README.md`. */
export const resourceSchema = z.strictObject({
  id,
  name: text(120),
  organisation: text(120),
  kinds: z.array(z.enum(KINDS)).min(1),
  audience: z.enum(['patient', 'caregiver', 'both']),
  stage: z.enum(STAGES),
  /** Who leads it. Null: what its kinds say, see `facilitation.ts`. */
  facilitation: z.enum(FACILITATIONS).nullable().default(null),
  /** The source itself says that people with metastatic disease are served. */
  mbc_named: z.boolean().default(false),
  country: z.enum(['US', 'AU', 'UK', 'CA', 'NZ', 'international']),
  regions: z.array(region).min(1),
  area: text(160).nullable().default(null),
  counties: z.array(text(60)).default([]),
  place: z
    .strictObject({
      city: text(60),
      state: z.string(),
      postcode: z.string().optional(),
      address: text(120).optional(),
    })
    .nullable()
    .default(null),
  /** Serves only people who live so near to this point, within its regions. Without it, whole regions are served. */
  near: z
    .strictObject({
      lat: z.number().min(-90).max(90),
      lon: z.number().min(-180).max(180),
      km: z.number().min(1).max(FARTHEST_KM),
    })
    .nullable()
    .default(null),
  languages: z.array(z.enum(LANGUAGE_CODES)).min(1),
  /** Who helps in other languages: interpreters, volunteers who speak them, or interpreters in some areas. */
  more_languages: z.enum(['interpreters', 'volunteers', 'some-areas']).nullable().default(null),
  formats: z.array(z.enum(FORMATS)).min(1),
  phone: printedNumber.nullable().default(null),
  sms: z.strictObject({ number: printedNumber, keyword: z.string().optional() }).nullable().default(null),
  url: url.nullable().default(null),
  email: email.nullable().default(null),
  hours: hoursSchema.nullable().default(null),
  cost: text(120),
  eligibility: text(600),
  what_to_expect: text(600),
  /** The same in Spanish. `of` is the mark of the English it was written from; another mark means it is out of date. */
  es: z
    .strictObject({
      of: z.string(),
      /** What the name means. The name itself stays as it is, so that people find it. */
      name: text(140).optional(),
      what_to_expect: text(700),
      eligibility: text(700),
      cost: text(160),
      hours: text(240).optional(),
      area: text(200).optional(),
    })
    .nullable()
    .default(null),
  /** Who qualifies, as far as it can be compared with answers: see `fits-schema.ts`. */
  fits: fitsSchema.nullable().default(null),
  /** Money, funds or places that open and close. */
  volatile: z.boolean().default(false),
  safety_critical: z.boolean().default(false),
  confidence: z.enum(['high', 'medium']),
  unverified: z.array(z.string()).default([]),
  stale_fields: z.array(z.string()).default([]),
  /** Only when something is known against it. `ended` hides it. */
  status: z
    .strictObject({ state: z.enum(['paused', 'unsure', 'ended']), as_of: partDate.nullable().default(null) })
    .nullable()
    .default(null),
  source_url: url,
  extra_sources: z.array(url).default([]),
  source_date: partDate.nullable().default(null),
  source_date_note: z.string().optional(),
  checked: isoDate,
  /** Who looks after this entry: a team or a role of yours, no person's name. */
  owner: z.string().trim().min(2).max(60).default('directory-team'),
  /** For staff; never shown. */
  notes: z.string().optional(),
});
export type Resource = z.infer<typeof resourceSchema>;

/** One file of `resources/directory/` that holds services. */
export const resourceFileSchema = z.strictObject({ resources: z.array(resourceSchema) });
