import { z } from 'zod/v4';

const days = z.number().int().min(1).max(3660);
const limit = z
  .strictObject({ due: days, hidden: days })
  .refine((one) => one.due < one.hidden, { message: '`due` comes before `hidden`' });

/** `resources/directory/freshness.yaml`: after how many days without a check a service is due, and hidden. */
export const freshnessSchema = z.strictObject({
  limits: z.strictObject({
    /** Crisis lines, and everything that is `safety_critical`. */
    crisis: limit,
    /** Money, funds and places that open and close. */
    volatile: limit,
    /** Groups that meet in one state. */
    groups: limit,
    standing: limit,
  }),
  /** How many reports of a wrong number, not yet looked at, make a service due, and hide it. */
  reports: z
    .strictObject({ due: z.number().int().min(1), hidden: z.number().int().min(1) })
    .refine((one) => one.due <= one.hidden, { message: '`due` comes before `hidden`' }),
});
export type FreshnessLimits = z.infer<typeof freshnessSchema>;
export type FreshnessClass = keyof FreshnessLimits['limits'];
