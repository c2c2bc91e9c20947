import { z } from 'zod/v4';
import { ATTEMPT_RESULTS, DEBRIEF_ANSWERS, OUTCOMES } from '../../domain/case.ts';
import { DUTIES, ROLES } from '../../domain/console.ts';
import { COUNTRIES, LANGUAGES } from '../../domain/locale.ts';

const id = z.string().min(1).max(100);
const text = z.string().trim().min(1).max(5000);
const short = z.string().max(200);

const both = z.strictObject({ en: z.string().trim().max(1200), es: z.string().trim().max(1200).optional() });

const helpline = z.strictObject({
  name: short,
  country: z.enum(COUNTRIES),
  zone: short,
  phone: short.nullable(),
  hours: z
    .array(z.strictObject({ days: z.array(z.string()).max(7), from: short, to: short }))
    .min(1)
    .max(50),
  channels: z.strictObject({ chat: z.boolean(), callback: z.boolean() }),
  onDuty: z.strictObject({ minimum: z.number().int().min(1).max(60), supervisor: z.boolean() }),
  says: z.strictObject({ who_reads: both, what_is_kept: both, must_tell_others: both }).optional(),
});

/** Forms of all that consoles post. What does not fit is refused before anything looks at it. */
export const BODIES = {
  setUp: z.strictObject({
    token: short,
    helpline,
    administrator: z.strictObject({ name: short, username: short, password: z.string().max(500) }),
  }),
  signIn: z.strictObject({ username: short, password: z.string().max(500) }),
  duty: z.strictObject({ duty: z.enum(DUTIES) }),
  search: z.strictObject({ words: short, place: short, language: z.enum(LANGUAGES) }),
  message: z.strictObject({ text, clientId: id }),
  typing: z.strictObject({ typing: z.boolean() }),
  read: z.strictObject({ seq: z.number().int().min(0) }),
  service: z.strictObject({ resource: id, clientId: id }),
  note: z.strictObject({ text: z.string().trim().min(1).max(2000) }),
  transfer: z.strictObject({ to: id.nullable() }),
  close: z.strictObject({ outcome: z.enum(OUTCOMES) }),
  attempt: z.strictObject({ result: z.enum(ATTEMPT_RESULTS) }),
  debrief: z.strictObject({ answer: z.enum(DEBRIEF_ANSWERS) }),
  callLater: z.strictObject({
    phone: z.string().trim().min(3).max(40),
    name: z.string().trim().max(60),
    times: z.array(z.string().trim().min(1).max(100)).max(10),
    message: z.enum(['no_message', 'name_only', 'full', '']),
  }),
  chat: z.strictObject({ open: z.boolean() }),
  newStaff: z.strictObject({
    name: short,
    username: short,
    role: z.enum(ROLES),
    language: z.enum(LANGUAGES),
    password: z.string().max(500),
  }),
  staff: z.strictObject({
    name: short.optional(),
    role: z.enum(ROLES).optional(),
    active: z.boolean().optional(),
    password: z.string().max(500).optional(),
  }),
  settings: helpline,
} as const;

/** The body if it has the form, or undefined. */
export function readBody<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> | undefined {
  const read = schema.safeParse(body);
  return read.success ? read.data : undefined;
}
