import { type Signal, type SignalKind, URGENT } from '../domain/signal.ts';
import type { Opinion } from './model.ts';

/** Anything that weighs a message, such as a `SafetyModel`. */
export interface Weighing {
  weigh(text: string): Opinion | null;
}

/**
 * How heavy the model's opinion must be. Chosen by cross-validation on the example phrases: low enough to hear what no
 * rule hears, high enough that talk that only sounds urgent stays calm.
 */
export const LIMITS = {
  /** All urgent kinds together, where no rule holds. */
  urgent: 0.55,
  /** The same, where a reviewed rule says that the message is calm: a denial, something long past. */
  urgentDespiteRule: 0.9,
  /** An urgent kind other than the one a rule found. Both are shown then. */
  otherKind: 0.6,
  /** A calm kind, where no rule holds. */
  calm: 0.6,
} as const;

/**
 * The safety check: reviewed rules first, and a model that learnt from reviewed examples as a second pair of eyes.
 *
 * What a rule calls urgent stays urgent, whatever the model thinks: a turn of speech that alarms is mended in the rule, where
 * a clinician can read it. Where the model fired, the signal's rule is `model:<kind>`; where both fired and differ in the
 * kind, the rule's kind is told in `also`.
 *
 * @param byRule the rules' finding, as `assess` gives it
 * @returns pure and synchronous; never throws
 */
export function createAssess(
  byRule: (text: string) => Signal | null,
  model: Weighing,
): (text: string) => Signal | null {
  return (text) => judge(byRule(text), model.weigh(text));
}

function judge(found: Signal | null, opinion: Opinion | null): Signal | null {
  if (opinion === null) return found;
  const { urgent, urgentWeight, kindWeight, calm, calmWeight } = opinion;
  if (found && URGENT.has(found.kind)) {
    const shown = urgent === found.kind || urgent === found.also || sameReply(urgent, found.kind);
    if (shown || kindWeight < LIMITS.otherKind) return found;
    return { kind: urgent, rule: `model:${urgent}`, also: found.kind };
  }
  if (urgentWeight >= (found ? LIMITS.urgentDespiteRule : LIMITS.urgent))
    return { kind: urgent, rule: `model:${urgent}` };
  if (found) return found;
  return calm !== null && calmWeight >= LIMITS.calm ? { kind: calm, rule: `model:${calm}` } : null;
}

/** Suicide and self-harm lead to the same reply. */
function sameReply(a: SignalKind, b: SignalKind): boolean {
  return isCrisis(a) && isCrisis(b);
}

function isCrisis(kind: SignalKind): boolean {
  return kind === 'suicide' || kind === 'self-harm';
}
