import type { Input } from '../domain/input.ts';
import type { ConversationRecord } from '../domain/record.ts';
import { ofLabel, URGENT, type Signal } from '../domain/signal.ts';
import { isUrgentHelp } from '../engine/urgent-help.ts';
import { normalise } from '../language/normalise.ts';
import type { Program } from '../language/program.ts';
import type { TurnRequest } from './run-turn.ts';

/** What listening needs of a turn: the safety check, and the program whose labels are our own sentences. */
export interface Ears {
  program: () => Program;
  assess: (text: string) => Signal | null;
}

/** What was found in labels of the program that is running: a few hundred sentences, pressed again and again. */
const labelsHeard = new WeakMap<Ears, { program: Program; signals: Map<string, Signal | null> }>();
function signalOfLabel(parts: Ears, label: string): Signal | null {
  const program = parts.program();
  let heard = labelsHeard.get(parts);
  if (heard?.program !== program) labelsHeard.set(parts, (heard = { program, signals: new Map() }));
  let signal = heard.signals.get(label);
  if (signal === undefined) {
    signal = ofLabel(parts.assess(label));
    // A label may hold an answer ("Is 555 0100 right?"), so that there is no end to them.
    if (heard.signals.size < 5000) heard.signals.set(label, signal);
  }
  return signal;
}

/** “Skip”, “Back”, “Atrás”: what stands on the buttons beside the choices is in `words.yaml` or `interruptions.yaml`. */
function isOnButtons({ words, interruptions }: Program, said: string): boolean {
  const skip = words.get('skip');
  if (said === skip?.en || said === skip?.es) return true;
  if (said.length > 100) return false;
  const phrase = normalise(said);
  return interruptions.phrases.en.has(phrase) || interruptions.phrases.es.has(phrase);
}

/**
 * The safety check of what arrived. Typed words are checked whole. The labels of buttons are our own sentences: each is
 * checked by itself, as several joined mean what nobody said, and only for danger; those of urgent help, where the numbers
 * are in view, name dangers and are answers. What claims to be a press but does
 * not carry our labels is taken for typed words.
 */
export function listen(
  parts: Ears,
  request: TurnRequest,
  stored: ConversationRecord | undefined,
): Signal | null {
  const { input, said } = request;
  // A choice that is typed instead of pressed is our own sentence too.
  if (input.kind === 'text') {
    const signal = parts.assess(input.text);
    if (signal === null || !isLabel(input, stored)) return signal;
    return answersUrgentHelp(parts, stored) ? null : ofLabel(signal);
  }
  if (said === undefined) return null;
  if (input.kind !== 'choose') {
    return isOnButtons(parts.program(), said) ? signalOfLabel(parts, said) : urgent(parts.assess(said));
  }
  const asked = stored?.transcript.findLast(
    (entry) => entry.from === 'bot' && entry.reply.ask?.id === input.ask,
  );
  const choices = asked?.from === 'bot' ? (asked.reply.ask?.choices ?? []) : [];
  const labels = input.choices.map((id) => choices.find((choice) => choice.id === id)?.label ?? '');
  if (labels.join(', ') !== said) return parts.assess(said);
  if (answersUrgentHelp(parts, stored)) return null;
  for (const label of labels) {
    const signal = signalOfLabel(parts, label);
    if (signal !== null) return signal;
  }
  return null;
}

function answersUrgentHelp(parts: Ears, stored: ConversationRecord | undefined): boolean {
  return isUrgentHelp(parts.program(), stored?.conversation?.frames.at(-1)?.dialog);
}

function urgent(signal: Signal | null): Signal | null {
  return signal !== null && URGENT.has(signal.kind) ? signal : null;
}

/** Whether what came are our own words: a press, or the label of a choice that was typed. */
export function isLabel(input: Input, stored: ConversationRecord | undefined): boolean {
  if (input.kind !== 'text') return true;
  const asked = stored?.transcript.findLast((entry) => entry.from === 'bot');
  const choices = asked?.from === 'bot' ? (asked.reply.ask?.choices ?? []) : [];
  if (choices.length === 0) return false;
  const typed = normalise(input.text.slice(0, 200));
  return choices.some((choice) => normalise(choice.label) === typed);
}
