import { IANAZone } from 'luxon';
import { z } from 'zod/v4';

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Day = (typeof DAYS)[number];

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time is written '09:00', from '00:00' to '23:59' and in quotes");
const clockEnd = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "a time is written '17:00', up to '24:00' and in quotes");

/** An IANA zone such as `America/New_York`, checked against the zones this computer knows. */
export const zone = z
  .string()
  .refine((name) => IANAZone.isValidZone(name), 'not a time zone: write it like America/New_York');

/** Open from … to … on these days. `to` not later than `from` means the span runs over midnight. */
export const weekSpan = z.strictObject({
  days: z.array(z.enum(DAYS)).min(1, 'name the days: mon, tue, wed, thu, fri, sat, sun'),
  from: clock,
  to: clockEnd,
});
export type WeekSpan = z.infer<typeof weekSpan>;

/**
 * When someone answers. `tz: null`: the source named no zone, so nothing is computed from it. `tz: local`: the caller's own
 * time. `open: null`: only the text is known. `always_open`: day and night, every day.
 */
export const hoursSchema = z
  .strictObject({
    text: z.string().min(3).max(200),
    tz: z.union([z.literal('local'), zone]).nullable(),
    open: z.array(weekSpan).min(1).nullable().default(null),
    always_open: z.boolean().default(false),
  })
  .refine((hours) => !(hours.always_open && hours.open), {
    message: 'either `always_open: true` or `open`, not both',
  });
export type Hours = z.infer<typeof hoursSchema>;
