/** What the safety check can find in what a person wrote. Meanings: `resources/safety/README.md`. */
export const SIGNALS = [
  'suicide',
  'self-harm',
  'abuse',
  'medical',
  'death-talk',
  'distress',
  'prognosis',
  'medical-advice',
] as const;
export type SignalKind = (typeof SIGNALS)[number];

/** The four that show urgent numbers at once. The others have a calmer reply of their own. */
export const URGENT: ReadonlySet<SignalKind> = new Set<SignalKind>([
  'suicide',
  'self-harm',
  'abuse',
  'medical',
]);

/**
 * What is left of a signal when the words were a label of ours: danger that a reviewed rule has found. What the model
 * guesses is about words of people; of "I'd like to find something" on a button it knows nothing that its author did not.
 */
export function ofLabel(signal: Signal | null): Signal | null {
  if (signal === null || !URGENT.has(signal.kind)) return null;
  // Where both fired, `also` is what the rule has found.
  const guessed = signal.rule.startsWith('model:') && !(signal.also && URGENT.has(signal.also));
  return guessed ? null : signal;
}

/** What talk of dying is about, where a rule says so: help to die, or stopping treatment and plans for the end. */
export const DYING_TOPICS = ['help_to_die', 'plans'] as const;
export type DyingTopic = (typeof DYING_TOPICS)[number];

/** The outcome of the safety check: what was found, and which reviewed rule found it. Never the text. */
export interface Signal {
  kind: SignalKind;
  rule: string;
  /** A second urgent kind the reply should also show: an overdose meant to harm is both a crisis and an emergency. */
  also?: SignalKind;
  /** What the talk of dying is about, when the rule says so. */
  topic?: DyingTopic;
}
