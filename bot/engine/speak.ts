import type { Language } from '../domain/locale.ts';
import type { Value } from '../domain/value.ts';
import type { Program, Text } from '../language/program.ts';
import type { Lookup } from './condition.ts';

/** The words of a text in a language, with English where there is no translation, and its places filled in. */
export function speak(text: Text, language: Language, fill: (name: string) => string | undefined): string {
  const template = (language === 'es' ? text.es : undefined) ?? text.en;
  if (typeof template === 'string') return template;
  let said = '';
  for (const piece of template) {
    said += typeof piece === 'string' ? piece : (fill(piece.variable) ?? piece.fallback);
  }
  return said;
}

/** A sentence of `dialogs/words.yaml`. `values` fill its places. A missing id shows itself, so that a test finds it. */
export function word(
  program: Program,
  id: string,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): string {
  const text = program.words.get(id);
  return text === undefined ? id : speak(text, language, (name) => values[name]);
}

/** Fills places with answers, as a person would read them. */
export function answersAsWords(
  program: Program,
  language: Language,
  value: Lookup,
): (name: string) => string | undefined {
  return (name) => {
    const known = value(name);
    return known === undefined ? undefined : valueInWords(program, name, known, language);
  };
}

/** An answer as a person reads it: the label of the choice, the name of the place, the number. */
export function valueInWords(program: Program, variable: string, value: Value, language: Language): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return word(program, value ? 'yes' : 'no', language);
  if (typeof value === 'string') return labelOf(program, variable, value, language) ?? value;
  if (Array.isArray(value)) {
    return value.map((one) => labelOf(program, variable, one, language) ?? one).join(', ');
  }
  if ('place' in value) return value.place.label;
  if ('options' in value) {
    return value.options.map((pick) => titleOf(program, pick.option, language)).join(', ');
  }
  return String(value.resources.length);
}

export function titleOf(program: Program, option: string, language: Language): string {
  const known = program.options.get(option);
  return known === undefined ? option : speak(known.title, language, () => undefined);
}

/** The label under which a value of a variable is offered, by the first question that offers it. */
function labelOf(program: Program, variable: string, id: string, language: Language): string | undefined {
  const label = labelsOf(program).get(variable)?.get(id);
  return label && speak(label, language, () => undefined);
}

/** The choices of “Did you mean …?”, and the variables of that dialog that hold the wish of each. */
export const MEANT = ['first', 'second', 'third'] as const;

function wishWord(intent: string): string {
  return `wish-${intent.replaceAll('_', '-')}`;
}

/** Made once for each program: variable → value id → label. */
const labelIndex = new WeakMap<Program, Map<string, Map<string, Text>>>();
function labelsOf(program: Program): Map<string, Map<string, Text>> {
  let index = labelIndex.get(program);
  if (index !== undefined) return index;
  index = new Map();
  for (const dialog of program.dialogs.values()) {
    for (const node of dialog.nodes.values()) {
      if (node.action?.kind !== 'ask') continue;
      const labels = index.get(node.action.variable) ?? new Map<string, Text>();
      for (const choice of node.action.choices)
        if (!labels.has(choice.id)) labels.set(choice.id, choice.label);
      index.set(node.action.variable, labels);
    }
  }
  const { didYouMean, wishes } = program.interruptions;
  if (didYouMean !== undefined) {
    const labels = new Map<string, Text>();
    for (const intent of wishes.keys()) {
      const label = program.words.get(wishWord(intent));
      if (label) labels.set(intent, label);
    }
    for (const slot of MEANT) index.set(`${didYouMean}.${slot}`, labels);
  }
  labelIndex.set(program, index);
  return index;
}
