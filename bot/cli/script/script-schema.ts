import { z } from 'zod/v4';
import { ATTEMPT_RESULTS, NEWS } from '../../domain/case.ts';
import { COUNTRIES, type Country, LANGUAGES } from '../../domain/locale.ts';
import { INTERRUPTIONS } from '../../domain/input.ts';
import { LINE_PURPOSES } from '../../domain/reply.ts';
import { SIGNALS } from '../../domain/signal.ts';

const texts = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
/** As in conditions: `us`, `au`. */
const country = z.enum(COUNTRIES.map((one) => one.toLowerCase() as Lowercase<Country>));
const ids = z.union([z.string(), z.array(z.string())]);
/** What a variable is given or expected to hold. `unknown` means no value; ids of options and services stand for picks. */
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** What the person does. A plain text is what they type. */
const user = z.union([
  z.string(),
  z.strictObject({ say: z.string(), signal: z.enum(SIGNALS).optional() }),
  z.strictObject({ choose: ids }),
  z.strictObject({ skip: z.literal(true) }),
  /** A way out, by its button; `press` says the same. */
  z.strictObject({ interrupt: z.enum(INTERRUPTIONS) }),
  z.strictObject({ press: z.enum(INTERRUPTIONS) }),
  z.strictObject({
    keep: z.union([
      z.strictObject({ option: z.string() }),
      z.strictObject({ resource: z.string() }),
      z.strictObject({ question: z.string() }),
    ]),
  }),
  z.strictObject({
    drop: z.union([
      z.strictObject({ option: z.string() }),
      z.strictObject({ resource: z.string() }),
      z.strictObject({ question: z.string() }),
    ]),
  }),
  z.strictObject({ open: z.string() }),
  z.strictObject({ consent: z.literal(true) }),
  z.strictObject({ dismiss: z.literal(true) }),
  /** Ends the chat with a person from the helpline. */
  z.strictObject({ leave: z.literal(true) }),
  /** A press on a button of an earlier card. */
  z.strictObject({ late: ids }),
  z.strictObject({
    settings: z.strictObject({
      country: country.optional(),
      language: z.enum(LANGUAGES).optional(),
      time_zone: z.string().optional(),
    }),
  }),
]);

/**
 * Something shown: `options`, `resources`, `reasons`, `plan`, `summary`, `lines helpline`, `option helpline` (among the
 * options shown, or unfolded), `resource nci-cis`.
 */
const shown = z
  .string()
  .regex(
    new RegExp(
      `^(?:options|resources|reasons|plan|summary|lines(?: (?:${LINE_PURPOSES.join('|')}))?|(?:option|resource) [a-z0-9-]+)$`,
    ),
    'it is written `options`, `resources`, `reasons`, `plan`, `summary`, `lines helpline`, `option <id>` or `resource <id>`',
  );

/** What must be true of what the bot has just said. Texts are compared without regard to capitals and line breaks. */
const bot = z.strictObject({
  /** A node that was run in this turn, or whose question is open: `node` or `dialog.node`. */
  node: z.string().optional(),
  says: texts.optional(),
  says_not: texts.optional(),
  /** Exactly the choices offered. */
  choices: z.array(z.string()).optional(),
  offers: ids.optional(),
  offers_not: ids.optional(),
  shows: z.union([shown, z.array(shown)]).optional(),
  shows_not: z.union([shown, z.array(shown)]).optional(),
  /** The option shown first, by id. */
  first_option: z.string().optional(),
  tone: z.enum(['safety', 'notice']).optional(),
  silent: z.literal(true).optional(),
});

/** What must be true of the conversation. */
const expect = z.strictObject({
  vars: z.record(z.string(), value).optional(),
  mode: z.enum(['bot', 'waiting', 'with-person', 'ended']).optional(),
  /** How many things are in the plan, `some`, or what they are. */
  plan: z
    .union([
      z.number().int(),
      z.literal('some'),
      z.strictObject({
        options: z.array(z.string()).optional(),
        resources: z.array(z.string()).optional(),
        questions: z.array(z.string()).optional(),
      }),
    ])
    .optional(),
  /** The last request for a person (to be called, or to chat): variables it passes on, and variables it keeps back; `none`: there was none. */
  handoff: z
    .union([
      z.literal('none'),
      z.strictObject({ shares: z.array(z.string()).optional(), keeps_back: z.array(z.string()).optional() }),
    ])
    .optional(),
  /** Everything done outside since the beginning, by kind. */
  effects: z.array(z.enum(['erase', 'keep-until', 'handoff', 'case'])).optional(),
  crisis_bar: z.boolean().optional(),
  consented: z.boolean().optional(),
  language: z.enum(LANGUAGES).optional(),
  country: country.optional(),
});

/** What the helpline does: `joined` and the like are news of the case, `says` is a message of staff. */
const staff = z.union([
  z.strictObject({ says: z.string(), name: z.string().default('Ana') }),
  z.strictObject({
    news: z.enum(NEWS),
    name: z.string().default('Ana'),
    result: z.enum(ATTEMPT_RESULTS).optional(),
  }),
]);

const line = z.union([
  z.strictObject({ staff }),
  z.strictObject({ user }),
  z.strictObject({ bot }),
  z.strictObject({ expect }),
  /** Time passes: `2 days`, `3 hours`, `10 minutes`. */
  z.strictObject({
    later: z.string().regex(/^\d+ (?:day|hour|minute)s?$/, 'time is written `2 days` or `3 hours`'),
  }),
  /** No question is open any more. */
  z.strictObject({ ended: z.literal(true) }),
]);

/** One scripted conversation of `dialogs/scripts/*.yaml`; a file may hold several, parted by a line of `---`. */
export const scriptSchema = z.strictObject({
  /** What the person lives through. */
  test: z.string().min(5),
  /** Where it begins; without it, at the opening. */
  dialog: z.string().optional(),
  given: z
    .strictObject({
      vars: z.record(z.string(), value).optional(),
      helpline: z.enum(['none', 'open', 'closed']).optional(),
      /** With an open helpline: someone is there to chat. */
      live_chat: z.boolean().optional(),
      /** The helpline calls people back; left out: yes. */
      call_backs: z.boolean().optional(),
      /** `empty`: no service is found, whatever is looked for. Places and lines are the shipped ones. */
      directory: z.enum(['shipped', 'empty']).optional(),
      /** An instant such as `2026-11-20T02:16:00-07:00`. */
      clock: z
        .string()
        .refine((text) => !Number.isNaN(Date.parse(text)), 'it is no instant')
        .optional(),
      time_zone: z.string().optional(),
      country: country.optional(),
      language: z.enum(LANGUAGES).optional(),
      /** Whether the person has agreed to type freely; true unless said otherwise. */
      consented: z.boolean().optional(),
      /** Ids of options that are in the plan already. */
      plan: z.array(z.string()).optional(),
    })
    .default({}),
  script: z.array(line).min(1),
});
export type Script = z.infer<typeof scriptSchema>;
export type ScriptLine = Script['script'][number];
export type UserLine = z.infer<typeof user>;
export type BotLine = z.infer<typeof bot>;
export type ExpectLine = z.infer<typeof expect>;
