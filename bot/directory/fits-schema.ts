import { z } from 'zod/v4';

/** How somebody in the US may be insured, as far as funds tell it apart. */
export const INSURANCES = ['private', 'medicare', 'medicaid', 'none'] as const;

/** People a service is made for, when it is not for all. Their names for people are in `dialogs/words.yaml` as `made-for-…`. */
export const GROUPS = [
  'children_alone',
  'person_of_color',
  'black_women',
  'latino_families',
  'jewish_families',
  'lgbtq',
  'men',
  'young',
] as const;
export type Group = (typeof GROUPS)[number];

/** What else may decide who is helped, of which the bot asks nothing. Their names are in `dialogs/words.yaml` as `looks-at-…`. */
export const LOOKS_AT = [
  'income',
  'costs',
  'lost_income',
  'insurance',
  'treatment',
  'kind_of_treatment',
  'recent_treatment',
  'their_patients',
  'how_found',
  'work_history',
  'trial',
  'area',
  'distance',
  'other_ride',
  'companion',
  'stable_health',
  'walking',
] as const;
export type LooksAt = (typeof LOOKS_AT)[number];

/** The limits a source names, as far as words and answers can be compared. What is not here is not known, or not a limit. */
export const fitsSchema = z.strictObject({
  /** Household income at or below so many percent of the US poverty guideline. */
  income_up_to_fpl: z.number().int().min(50).max(1000).optional(),
  insurance: z.array(z.enum(INSURANCES)).min(1).optional(),
  /** Only people in treatment now. */
  in_treatment: z.literal(true).optional(),
  /** Only, or above all, these people. */
  made_for: z.array(z.enum(GROUPS)).min(1).optional(),
  /** What it looks at besides; also a limit that has exceptions. */
  looks_at: z.array(z.enum(LOOKS_AT)).min(1).optional(),
  /** The source says that anyone may use it. */
  anyone: z.literal(true).optional(),
});
export type Fits = z.infer<typeof fitsSchema>;
