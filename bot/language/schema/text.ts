import { z } from 'zod/v4';

/** An id: lower-case words joined by hyphens or underscores. Ids are for ever; a rename needs `moved:`. */
export const id = z
  .string()
  .regex(/^[a-z][a-z0-9]*([-_][a-z0-9]+)*$/, 'an id is lower-case words joined by - or _');
/** Something a person reads. May hold `{variable|fallback}`, nothing else. */
export const text = z.string().min(1).max(1200);
/** A day of the calendar: 2026-02-31 looks like one and is none. */
export const isoDate = z.iso.date('a date is written 2026-11-20, and must be a day that there is');

/** Who has signed a text, by name and date. Shipped empty: only the humans themselves fill it. */
export const review = z.strictObject({
  clinician: z.string().nullable(),
  lived_experience: z.string().nullable(),
  caregiver: z.string().nullable(),
  reviewed_on: isoDate.nullable(),
});
