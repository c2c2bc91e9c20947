import { z } from 'zod/v4';
import { isoDate } from '../language/schema/text.ts';
import { weekSpan, zone } from './hours-schema.ts';
import { printedNumber } from './schema.ts';

const both = z.strictObject({ en: z.string().min(2).max(1200), es: z.string().min(2).max(1200).optional() });
const span = weekSpan.omit({ days: true });

/**
 * A helpline of one's own: `resources/helplines/own.yaml`, or what the console's first-run setup writes. Without it the bot
 * offers neither a callback nor a live chat. Each field is explained in `resources/helplines/README.md`.
 */
export const helplineSchema = z.strictObject({
  name: z.string().min(2).max(80),
  country: z.enum(['US', 'AU', 'UK', 'CA', 'NZ']),
  zone,
  /** Shown to people; null when there is no number to call. */
  phone: printedNumber.nullable().default(null),
  hours: z.array(weekSpan).min(1),
  /** Days on which nobody is there. `to` is the last such day. */
  closed: z
    .array(
      z
        .strictObject({ from: isoDate, to: isoDate.optional(), name: z.string().optional() })
        .refine((closure) => closure.to === undefined || closure.to >= closure.from, {
          message: '`to` lies before `from`',
        }),
    )
    .default([]),
  /** Days with hours of their own. */
  special: z.array(z.strictObject({ date: isoDate, open: z.array(span).min(1) })).default([]),
  /** How many staff must be on duty before a live chat is offered, and whether a supervisor must be reachable. */
  on_duty: z
    .strictObject({ minimum: z.number().int().min(1).default(1), supervisor: z.boolean().default(false) })
    .default({ minimum: 1, supervisor: false }),
  /** What is offered. Chat may have hours of its own; left out, it has those of the phone. */
  channels: z
    .strictObject({
      chat: z.boolean().default(true),
      callback: z.boolean().default(true),
      chat_hours: z.array(weekSpan).min(1).optional(),
    })
    .default({ chat: true, callback: true }),
  /** What the person is told before anything is passed on: the helpline's own words, since only it knows what is true. */
  people_read: z.strictObject({
    who_reads: both,
    what_is_kept: both,
    must_tell_others: both,
    /** Which number shows when the helpline calls. */
    number_shown: both.optional(),
  }),
});
export type OwnHelpline = z.infer<typeof helplineSchema>;
