import { z } from 'zod/v4';
import { COUNTRIES } from '../../domain/locale.ts';
import { id, isoDate, review, text } from './text.ts';

/** Said only to people of these countries: how things are done there. What a study found is for everyone. */
const onlyIn = z.array(z.enum(COUNTRIES)).min(1).optional();

/** One thing we say, with where it comes from. `sources` are ids of `resources/sources.yaml`; `at` is the place in it. */
export const statement = z.strictObject({
  text,
  sources: z.array(id).min(1),
  at: z.string().optional(),
  only_in: onlyIn,
});
/** A question or a phrase of our own: it claims nothing, so it needs no source. */
export const ownWords = z.strictObject({ text, ours: z.literal(true), only_in: onlyIn });
const points = z.array(z.union([statement, ownWords])).min(1);

/** The sections of an option, in the order a person would ask. The headings are in `dialogs/words.yaml`. */
export const SECTIONS = [
  'what_it_is',
  'who_leads_it',
  'who_is_there',
  'what_people_talk_about',
  'rhythm_and_length',
  'cost',
  'what_people_say_helps',
  'what_can_be_hard',
  'when_a_member_dies',
  'may_i_just_listen',
  'may_i_speak_to_the_leader_first',
  'what_the_evidence_says',
  'what_the_evidence_does_not_say',
  'how_to_start',
  'questions_to_ask',
] as const;
export type SectionId = (typeof SECTIONS)[number];

/** A kind of support: `resources/options/<id>.yaml`. */
export const optionSchema = z.strictObject({
  option: id,
  title: text,
  /** One sentence on the folded card. */
  short: text,
  /** What people call it; used to recognise it when typed. */
  names: z.array(z.string().min(2)).default([]),
  /** Whom it is for. */
  audience: z.enum(['patient', 'caregiver', 'both']),
  /** A group of people who meet or write; "no groups" leaves these out. */
  group: z.boolean(),
  /** Ways it happens. */
  formats: z.array(z.enum(['phone', 'video', 'in_person', 'online', 'reading'])).min(1),
  /** Words the rules of judgement use: `peer`, `professional`, `own-pace`, `practical`, `money` … */
  tags: z.array(id).default([]),
  /** How services that provide it are found: directory kinds, and the stages preferred, best first. */
  provided_by: z.strictObject({
    kinds: z.array(id),
    stages: z
      .array(z.enum(['mbc-specific', 'any-stage', 'any-cancer']))
      .default(['mbc-specific', 'any-stage', 'any-cancer']),
    audience: z.enum(['patient', 'caregiver', 'both']).optional(),
    /** Services made for these people first: groups of `fits` in the directory. */
    made_for: z.array(id).min(1).optional(),
  }),
  sections: z.strictObject(
    Object.fromEntries(SECTIONS.map((s) => [s, points.optional()])) as Record<
      SectionId,
      z.ZodOptional<typeof points>
    >,
  ),
  review,
});
export type OptionSource = z.infer<typeof optionSchema>;

/** `resources/sources.yaml`: every document a statement may lead to. */
export const sourcesSchema = z.strictObject({
  sources: z.array(
    z.strictObject({
      source: id,
      /** "Mackie and others, 2024, Journal of Cancer Survivorship": what a person reads. */
      label: text,
      title: z.string().nullable(),
      year: z.number().int().nullable(),
      url: z.string().url().nullable(),
      checked: isoDate,
      note: z.string().optional(),
    }),
  ),
});
export type SourceEntry = z.infer<typeof sourcesSchema>['sources'][number];
