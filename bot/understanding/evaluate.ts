import { type Intent, INTENTS, type Wish } from '../domain/wish.ts';
import { type Signal, URGENT } from '../domain/signal.ts';

/** One message of an evaluation set. The labels are intents; tags of the note are parted by `;`. */
export interface IntentCase {
  id: string;
  text: string;
  lang: string;
  label: string;
  /** Read here: `alt_label:<intent>` for another intent that is right, too. */
  note: string;
}

/** A share of `n` with its 95 % interval (Wilson). Null when there was nothing to count. */
export interface Rate {
  n: number;
  rate: number | null;
  ci: [low: number, high: number] | null;
}

/** How well messages are understood. Rates lie between 0 and 1; every `…_ci` is a 95 % interval. */
export interface IntentFigures {
  n: number;
  /** Messages whose likeliest intent is right. */
  accuracy: number | null;
  accuracy_ci: Rate['ci'];
  /** The same for what a person meets: a safety reply, where there is one, comes before any wish. */
  accuracy_with_safety: number | null;
  labels: Record<
    string,
    {
      n: number;
      recall: number | null;
      recall_ci: Rate['ci'];
      precision: number | null;
      precision_ci: Rate['ci'];
    }
  >;
  /** Messages that got an urgent safety reply. */
  urgent_rate: number | null;
  urgent_rate_ci: Rate['ci'];
  /** Of all messages, those the bot follows at once and rightly, those it follows wrongly, and the rest, about which it asks. */
  followed_right: number | null;
  followed_wrong: number | null;
  /** Ids of the messages whose likeliest intent is wrong. Never a text. */
  errors: string[];
}

export interface IntentReport extends IntentFigures {
  languages: Record<string, IntentFigures>;
}

/**
 * Measures understanding on labelled messages, as a whole and by language. Pure.
 *
 * @param sure the score from which on the bot follows a wish without asking
 */
export function evaluateIntents(
  cases: readonly IntentCase[],
  understand: (text: string) => Wish,
  assess: (text: string) => Signal | null,
  sure: number,
): IntentReport {
  const judged = cases.map((one) => judge(one, understand(one.text), assess(one.text), sure));
  const languages = [...new Set(cases.map((one) => one.lang))].sort();
  return {
    ...figures(judged),
    languages: Object.fromEntries(
      languages.map((lang) => [lang, figures(judged.filter((one) => one.lang === lang))]),
    ),
  };
}

interface Judged {
  id: string;
  lang: string;
  label: string;
  found: Intent | undefined;
  right: boolean;
  rightWithSafety: boolean;
  sure: boolean;
  urgent: boolean;
}

function judge(one: IntentCase, wish: Wish, signal: Signal | null, sure: number): Judged {
  const accept = new Set<string>([one.label]);
  for (const tag of one.note.split(';').map((each) => each.trim()))
    if (tag.startsWith('alt_label:')) accept.add(tag.slice('alt_label:'.length));
  const likeliest = wish.intents[0];
  const right = likeliest !== undefined && accept.has(likeliest.id);
  return {
    id: one.id,
    lang: one.lang,
    label: one.label,
    found: likeliest?.id,
    right,
    rightWithSafety: signal === null ? right : accept.has(intentOf(signal)),
    sure: (likeliest?.score ?? 0) >= sure,
    urgent:
      signal !== null && (URGENT.has(signal.kind) || (signal.also !== undefined && URGENT.has(signal.also))),
  };
}

/** Two of the safety replies are what two of the intents lead to. */
function intentOf(signal: Signal): string {
  if (signal.kind === 'prognosis') return 'prognosis';
  if (signal.kind === 'medical-advice') return 'medical_advice';
  return `safety ${signal.kind}`;
}

function figures(judged: readonly Judged[]): IntentFigures {
  const labels: IntentFigures['labels'] = {};
  for (const label of INTENTS) {
    const its = judged.filter((one) => one.label === label);
    const answered = judged.filter((one) => one.found === label);
    const recall = share(its, (one) => one.right);
    const precision = share(answered, (one) => one.right);
    labels[label] = {
      n: its.length,
      recall: recall.rate,
      recall_ci: recall.ci,
      precision: precision.rate,
      precision_ci: precision.ci,
    };
  }
  const accuracy = share(judged, (one) => one.right);
  const urgent = share(judged, (one) => one.urgent);
  return {
    n: judged.length,
    accuracy: accuracy.rate,
    accuracy_ci: accuracy.ci,
    accuracy_with_safety: share(judged, (one) => one.rightWithSafety).rate,
    labels,
    urgent_rate: urgent.rate,
    urgent_rate_ci: urgent.ci,
    followed_right: share(judged, (one) => one.sure && one.right).rate,
    followed_wrong: share(judged, (one) => one.sure && !one.right).rate,
    errors: judged.filter((one) => !one.right).map((one) => one.id),
  };
}

/** Wilson's interval stays honest for small counts and for shares near 0 and 1. */
function share(of: readonly Judged[], hit: (one: Judged) => boolean): Rate {
  const n = of.length;
  if (n === 0) return { n, rate: null, ci: null };
  const z = 1.959964;
  const rate = of.filter(hit).length / n;
  const spread = z * Math.sqrt((rate * (1 - rate)) / n + (z * z) / (4 * n * n));
  const middle = rate + (z * z) / (2 * n);
  const scale = 1 + (z * z) / n;
  return { n, rate, ci: [Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale)] };
}
