import { z } from 'zod/v4';
import { LINE_PURPOSES } from '../../domain/reply.ts';
import { condition } from './condition.ts';
import { id, isoDate, text } from './text.ts';

/** The type of a variable. `place` takes a ZIP code, its first three digits, an Australian postcode or a state's name. */
export const variableType = z.union([
  z.strictObject({
    one_of: z.array(id).min(1),
    sensitive: z.boolean().optional(),
    about: z.string().optional(),
  }),
  z.strictObject({
    many_of: z.array(id).min(1),
    sensitive: z.boolean().optional(),
    about: z.string().optional(),
  }),
  z.strictObject({
    yes_no: z.literal(true),
    sensitive: z.boolean().optional(),
    about: z.string().optional(),
  }),
  z.strictObject({
    text: z.number().int().min(1).max(2000),
    sensitive: z.boolean().optional(),
    about: z.string().optional(),
  }),
  z.strictObject({
    number: z.strictObject({ min: z.number(), max: z.number() }),
    sensitive: z.boolean().optional(),
    about: z.string().optional(),
  }),
  z.strictObject({ place: z.literal(true), sensitive: z.boolean().optional(), about: z.string().optional() }),
  z.strictObject({
    date: z.enum(['past', 'future']),
    sensitive: z.boolean().optional(),
    about: z.string().optional(),
  }),
  z.strictObject({ options: z.number().int().min(1).max(30), about: z.string().optional() }),
  z.strictObject({ resources: z.number().int().min(1).max(12), about: z.string().optional() }),
]);
export type VariableType = z.infer<typeof variableType>;

const choice = z.union([
  text,
  z.strictObject({
    label: text,
    /** Offered only then. */
    when: condition.optional(),
    /** A line under the choice. */
    explain: text.optional(),
    /** In a several-answers question: clears the others ("None of these"). */
    alone: z.literal(true).optional(),
    /** Other ways to say it when it is typed. */
    names: z.array(z.string()).optional(),
    /** Words of a longer message that answer this already, when the message led to this question. */
    heard: z.array(z.string()).optional(),
  }),
]);

const ask = z.strictObject({
  var: z.string(),
  text,
  /** Compulsory for one_of and many_of; one line for each value of the variable that may be chosen here. */
  choices: z.record(id, choice).optional(),
  /** Said when an answer could not be read. */
  retry: text.optional(),
  /** Cannot be skipped. Only where going on without it makes no sense. */
  required: z.literal(true).optional(),
});

const show = z.union([
  z.strictObject({ options: z.string() }),
  z.strictObject({ option: z.string() }),
  z.strictObject({ resources: z.string() }),
  z.strictObject({ reasons: z.string() }),
  z.strictObject({ lines: z.enum(LINE_PURPOSES) }),
  z.strictObject({ plan: z.literal(true) }),
  /** What would be passed to the helpline: one line a variable that has a value. */
  z.strictObject({ summary: z.array(z.string()).min(1) }),
]);

const goal = z.string();
/** Where next: a node, `end` (back to the caller), `stop` (the whole conversation rests), or branches with an `else`. */
const next = z.union([
  goal,
  z.array(z.union([z.strictObject({ when: condition, go: goal }), z.strictObject({ else: goal })])).min(1),
]);

export const node = z.strictObject({
  say: z.union([text, z.array(text)]).optional(),
  /** Marks what `say` says: `safety` is set apart on the page, `notice` is quieter than speech. */
  tone: z.enum(['safety', 'notice']).optional(),
  show: z.union([show, z.array(show)]).optional(),
  /** The answer to "why do you ask?". Compulsory when the variable is sensitive. */
  explain: text.optional(),
  ask: ask.optional(),
  /** Literal values, `{ var: other }` copies, null forgets. */
  set: z
    .record(
      z.string(),
      z.union([
        z.string(),
        z.number(),
        z.boolean(),
        z.array(z.string()),
        z.null(),
        z.strictObject({ var: z.string() }),
      ]),
    )
    .optional(),
  call: id.optional(),
  /** Finds services in the directory. `provide` takes them from options; `kinds` names directory kinds. */
  search: z
    .strictObject({
      into: z.string(),
      kinds: z.array(id).optional(),
      provide: z.string().optional(),
      words: z.string().optional(),
      near: z.string().optional(),
      /** A variable that says which ways work (phone, video, in_person, online). */
      by: z.string().optional(),
      audience: z.enum(['patient', 'caregiver']).optional(),
      stage: z.enum(['mbc-specific', 'any-stage', 'any-cancer']).optional(),
      /** `only` keeps services of the place itself, `prefer` puts them first. */
      local: z.enum(['prefer', 'only']).optional(),
      /** Sorts by what was answered to `household`, `income`, `insurance`, `in_treatment` and `fund_groups`. */
      fit: z.literal(true).optional(),
      because: text.optional(),
      /** Kinds of support that the words fit are put into this variable, beside the services. */
      options: z.string().optional(),
    })
    .optional(),
  /** Ranks kinds of support with a set of rules from `dialogs/judgement.yaml`. */
  recommend: z.strictObject({ rules: id, into: z.string() }).optional(),
  /** Puts something into the plan. */
  keep: z
    .union([
      z.strictObject({ options: z.string() }),
      z.strictObject({ resources: z.string() }),
      /** `question` is the id it is kept under; `text` what it says; or `var`, the person's own words. */
      z.strictObject({ question: id, text: text.optional(), var: z.string().optional() }),
    ])
    .optional(),
  /**
   * Passes the approved lines to the helpline: `callback` as a request to be called, `live` as one to chat. `earlier` names
   * a yes_no variable: whether staff may read what was said before.
   */
  handoff: z
    .strictObject({
      share: z.array(z.string()),
      way: z.enum(['live', 'callback']).default('callback'),
      /** For a call back: the variables that say how and when to call. */
      call: z
        .strictObject({
          phone: z.string(),
          name: z.string().optional(),
          times: z.string().optional(),
          message: z.string().optional(),
        })
        .optional(),
      earlier: z.string().optional(),
    })
    .optional(),
  /** What the person does to their request: is still there (and joins the line), waits no longer, or comes back to it. */
  case: z.enum(['still-there', 'withdraw', 'return']).optional(),
  /** Passes on, without a name, what the person says the chat was good for: a variable with yes, partly or no. */
  feedback: z.string().optional(),
  /** Makes a code that brings this conversation back, and keeps it for `days`. */
  resume_code: z.strictObject({ into: z.string(), days: z.number().int().min(1).max(7) }).optional(),
  /** Removes everything we hold of this conversation, after this turn's words. */
  erase: z.literal(true).optional(),
  /** Begins anew: answers gone, plan kept. */
  restart: z.literal(true).optional(),
  next,
});
export type NodeSource = z.infer<typeof node>;

/** `dialogs/<id>.yaml` */
export const dialogSchema = z.strictObject({
  dialog: id,
  /** For the next author: what this dialog is for. */
  about: z.string().min(10),
  wording: z.strictObject({
    owner: z.string(),
    reviewed: z.array(z.strictObject({ name: z.string(), on: isoDate })),
  }),
  /** Variables of this dialog alone. Shared ones are in `dialogs/variables.yaml`. */
  vars: z.record(id, variableType).default({}),
  start: id,
  nodes: z.record(id, node),
  /** old node id → new node id */
  moved: z.record(id, id).optional(),
});
export type DialogSource = z.infer<typeof dialogSchema>;

/** `dialogs/variables.yaml`: what we may learn about a person, shared by all dialogs. */
export const variablesSchema = z.strictObject({ variables: z.record(id, variableType) });

/** `dialogs/judgement.yaml`: sets of rules that rank kinds of support. */
export const judgementSchema = z.strictObject({
  rules: z.record(
    id,
    z.strictObject({
      about: z.string(),
      /** Which options take part. */
      audience: z.enum(['patient', 'caregiver', 'both']),
      limit: z.number().int().min(1).max(30),
      rules: z.array(
        z.union([
          /** Raises options, by option id or by tag, and says why. */
          z.strictObject({
            rule: id,
            when: condition.optional(),
            prefer: z.array(z.string()).min(1),
            weight: z.number().min(-10).max(10).default(1),
            because: text.optional(),
          }),
          /** Takes options out of the list, and says why. "Show all" still shows them. */
          z.strictObject({ rule: id, when: condition, leave_out: z.array(z.string()).min(1), why: text }),
        ]),
      ),
    }),
  ),
});
export type JudgementSource = z.infer<typeof judgementSchema>;

/** `dialogs/interruptions.yaml`: what is possible at any point. Safety comes first and cannot be moved. */
export const interruptionsSchema = z.strictObject({
  /** signal kind → the dialog that answers it */
  safety: z.record(id, id),
  interruptions: z.array(
    z.strictObject({
      id: z.string(),
      /** Whole utterances (never a word inside one) that mean it, by language. */
      phrases: z.record(z.string(), z.array(z.string())).default({}),
      call: id.optional(),
      do: z.enum(['why', 'back', 'skip']).optional(),
    }),
  ),
  /** Dialogs the engine itself needs. */
  welcome: id,
  consent: id,
  not_understood: id,
  resting: id,
  option: id,
  /**
   * What a wish in one's own words leads to: an interruption, a dialog, or one kind of support explained. When the map
   * is there, it has every intent of `resources/understanding`.
   */
  wishes: z.record(z.string(), z.union([id, z.strictObject({ option: id })])).optional(),
  /** The dialog in which people wait for a person, and the one that follows when the chat is over. */
  live_chat: id.optional(),
  after_chat: id.optional(),
  /** Whole utterances that end a chat with a person, for channels that have no button for it. By language. */
  end_chat: z.record(z.string(), z.array(z.string())).optional(),
  /** Asks which of a few likely wishes was meant; needed beside `wishes`. */
  did_you_mean: id.optional(),
});
export type InterruptionsSource = z.infer<typeof interruptionsSchema>;

/** `dialogs/words.yaml`: every sentence the engine and the page say by themselves, by id. */
export const wordsSchema = z.strictObject({ words: z.record(id, text) });

/** `dialogs/strings/<language>.yaml`: translations; `of` is the fingerprint of the text translated. */
export const stringsSchema = z.strictObject({
  language: z.enum(['es']),
  strings: z.record(z.string(), z.strictObject({ of: z.string(), text: z.string() })),
});
