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

/** The outcome of the safety check: what was found, and which reviewed rule found it. Never the text. */
export interface Signal {
  kind: SignalKind;
  rule: string;
  /** A second urgent kind the reply should also show: an overdose meant to harm is both a crisis and an emergency. */
  also?: SignalKind;
}
