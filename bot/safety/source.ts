import { z } from 'zod/v4';
import { DYING_TOPICS, SIGNALS } from '../domain/signal.ts';
import { id, review } from '../language/schema/text.ts';

/** One phrase pattern a line; empty lines and lines that begin with `#` are for the reader. `phrase.ts` has the grammar. */
const phrases = z.string().min(1);

const rule = z.strictObject({
  rule: id,
  /** For the next reviewer: what this rule listens for, and what it leaves to others. */
  about: z.string().min(10),
  phrases,
  /** Each of these must be said in the same sentence too: phrase patterns, or the name of a word class. */
  with: z.array(phrases).optional(),
  /** Guards that silence the rule. Left out: those of the file. */
  unless: z.array(id).optional(),
  /** A second urgent kind that the reply should also show. */
  also: z.enum(SIGNALS).optional(),
  /** What the talk of dying is about: dialogs know it as `dying_topic`. */
  topic: z.enum(DYING_TOPICS).optional(),
  /** Sentences this rule's kind must be found in, one a line. */
  examples: phrases,
  /** Sentences that must come out otherwise, one a line: `none: …`, `distress: …`, `other: …` (anything but this kind). */
  counter: phrases.optional(),
});

/** `rules/<name>.yaml` */
export const ruleFile = z.strictObject({
  kind: z.enum(SIGNALS),
  about: z.string().min(10),
  review,
  unless: z.array(id).default([]),
  rules: z.array(rule).min(1),
});
export type RuleFile = z.infer<typeof ruleFile>;

/** Where a guard must stand to silence a phrase. `before`: at most `within` words before it. */
export const PLACES = ['before', 'clause', 'sentence', 'message', 'overlap'] as const;

/** `guards.yaml` */
export const guardFile = z.strictObject({
  about: z.string().min(10),
  review,
  guards: z.array(
    z.strictObject({
      guard: id,
      about: z.string().min(10),
      where: z.enum(PLACES),
      within: z.number().int().min(0).max(12).optional(),
      /** True when a comma between the guard and the phrase does not part them. */
      over_commas: z.literal(true).optional(),
      phrases,
      /** Words in the same sentence that make the guard void. */
      void_if: phrases.optional(),
      /** True when those words make it void in whichever sentence of the message they stand. */
      void_anywhere: z.literal(true).optional(),
    }),
  ),
});
export type GuardFile = z.infer<typeof guardFile>;

/** `words/<name>.yaml`: word classes, and how what is typed is folded before anything is compared. */
export const wordFile = z.strictObject({
  about: z.string().min(10),
  /** class name → its words and phrases, one a line */
  classes: z.record(id, phrases).default({}),
  /** what is typed → what is meant: `wanna: want to` */
  typed: z.record(z.string(), z.string()).default({}),
  /** Emoji → a word of our own, such as `emojipill`. */
  emoji: z.record(z.string(), z.string()).default({}),
  /** Words that carry nothing and are dropped everywhere, also from the phrases. */
  fillers: z.string().default(''),
  /** Words that part a sentence into clauses: but, pero. */
  breaks: z.string().default(''),
  /** Real words that look like a misspelling of one of ours. */
  known: z.string().default(''),
});
export type WordFile = z.infer<typeof wordFile>;

/** One file as it was read. */
export interface SourceFile {
  file: string;
  text: string;
}

/** Something a rule author must put right. `path` leads to the place inside the file. */
export interface Problem {
  file: string;
  path: string;
  message: string;
}
