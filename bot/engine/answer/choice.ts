import type { Language } from '../../domain/locale.ts';
import type { Choice, Text } from '../../language/program.ts';
import type { Draft } from '../draft.ts';
import { normalise } from '../../language/normalise.ts';
import { oneSlipApart } from '../../language/one-slip.ts';
import { readYesNo } from './yes-no.ts';

const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    ['1', 'one', 'first', '1st', 'first one', 'uno', 'primero', 'primera', 'el primero', 'la primera'],
    ['2', 'two', 'second', '2nd', 'second one', 'dos', 'segundo', 'segunda', 'el segundo', 'la segunda'],
    ['3', 'three', 'third', '3rd', 'third one', 'tres', 'tercero', 'tercera', 'el tercero', 'la tercera'],
    ['4', 'four', 'fourth', '4th', 'fourth one', 'cuatro', 'cuarto', 'cuarta', 'el cuarto', 'la cuarta'],
    ['5', 'five', 'fifth', '5th', 'fifth one', 'cinco', 'quinto', 'quinta', 'el quinto', 'la quinta'],
    ['6', 'six', 'sixth', '6th', 'sixth one', 'seis', 'sexto', 'sexta', 'el sexto', 'la sexta'],
    ['7', 'seven', 'seventh', '7th', 'seventh one', 'siete', 'septimo', 'septima'],
    ['8', 'eight', 'eighth', '8th', 'eighth one', 'ocho', 'octavo', 'octava'],
    ['9', 'nine', 'ninth', '9th', 'ninth one', 'nueve', 'noveno', 'novena'],
  ].flatMap((names, index) =>
    names.flatMap((name) => [[name, index] as const, [`the ${name}`, index] as const]),
  ),
);

/** Said around an answer, and no part of it: "I think the second one please". */
const BEFORE =
  /^(?:(?:i think|i guess|i suppose|maybe|perhaps|probably|mostly|definitely|id like|i would like|i want|i prefer|id say|its|option|number|yes|well|um|creo que|pienso que|quizas?|tal vez|prefiero|quiero|quisiera|me gustaria|opcion|numero|pues|bueno) )+/;
const AFTER = / (?:please|thanks|thank you|i think|i guess|maybe|one please|por favor|gracias|creo)$/;
const NONE = new Set(
  [
    [
      'none',
      'none of these',
      'none of them',
      'none of those',
      'none of the above',
      'neither',
      'nothing',
      'no ones',
    ],
    ['ninguno', 'ninguna', 'ninguno de estos', 'ninguna de estas', 'nada', 'ninguno de los dos'],
  ].flat(),
);
const LAST = new Set([
  'last',
  'last one',
  'the last',
  'the last one',
  'ultimo',
  'ultima',
  'el ultimo',
  'la ultima',
]);
/** Shorter words are one slip away from too many others. In letters. */
const SHORTEST_TYPO = 5;

/**
 * Which one choice typed words mean: its label, one of its names, its number, or words that only its label holds; also
 * with a single slip in a longer word, and with words around it that say nothing. Undefined when none or more than one:
 * a guess is worse than a question.
 */
export function readOneChoice(offered: readonly Choice[], text: string, draft: Draft): string | undefined {
  const said = normalise(text.slice(0, 300));
  if (said === '') return undefined;
  const known = offered.map((choice) => ({ id: choice.id, alone: choice.alone, ways: ways(choice, draft) }));
  const bare = said.replace(BEFORE, '').replace(AFTER, '');
  for (const tried of new Set([said, bare])) {
    const found = exactly(known, tried) ?? holding(known, tried);
    if (found !== undefined) return found;
  }
  const mended = mend(known, bare);
  const found = mended === bare ? undefined : (exactly(known, mended) ?? holding(known, mended));
  return found ?? meaning(known, said, text);
}

interface Known {
  id: string;
  alone: boolean;
  /** The label first, then every other way to type it. */
  ways: readonly string[];
}

function exactly(known: readonly Known[], said: string): string | undefined {
  const exact = known.find(({ ways: all }) => all.includes(said));
  if (exact) return exact.id;
  const ordinal = ORDINALS.get(said);
  if (ordinal !== undefined) return known[ordinal]?.id;
  return LAST.has(said) ? known.at(-1)?.id : undefined;
}

function holding(known: readonly Known[], said: string): string | undefined {
  const words = said.split(' ');
  if (words.length > 6 || !words.some((word) => word.length >= 4)) return undefined;
  const found = known.filter(({ ways: all }) => {
    const label = all[0]?.split(' ') ?? [];
    return words.every((word) => label.includes(word));
  });
  return found.length === 1 ? found[0]?.id : undefined;
}

/** Each longer word that no choice has becomes the one word of the choices that is a slip away from it. */
function mend(known: readonly Known[], said: string): string {
  const words = said.split(' ');
  if (words.length > 8) return said;
  const all = new Set(known.flatMap(({ ways: every }) => every.flatMap((way) => way.split(' '))));
  return words
    .map((word) => {
      if (word.length < SHORTEST_TYPO || all.has(word)) return word;
      const near = [...all].filter((other) => other.length >= SHORTEST_TYPO - 1 && oneSlipApart(word, other));
      return near.length === 1 ? (near[0] ?? word) : word;
    })
    .join(' ');
}

/** "Not really" where one choice is a no, "neither" where one stands for none. */
function meaning(known: readonly Known[], said: string, text: string): string | undefined {
  const only = (word: string): string | undefined => {
    const found = known.filter(({ ways: all }) => all.includes(word));
    return found.length === 1 ? found[0]?.id : undefined;
  };
  if (NONE.has(said)) return only('none');
  const answer = readYesNo(text);
  return answer === undefined ? undefined : only(answer ? 'yes' : 'no');
}

/** Several choices: parts joined by commas, "and" or "y"; "both", "all". Undefined when any part is not understood. */
export function readChoices(offered: readonly Choice[], text: string, draft: Draft): string[] | undefined {
  const whole = readOneChoice(offered, text, draft);
  if (whole !== undefined) return [whole];
  const said = normalise(text.slice(0, 600));
  const several = offered.filter((choice) => !choice.alone);
  if (
    [
      'all',
      'all of them',
      'all of these',
      'all of the above',
      'everything',
      'todo',
      'todos',
      'todas',
    ].includes(said)
  )
    return several.map((choice) => choice.id);
  if (
    ['both', 'both of them', 'both please', 'both of those', 'ambos', 'ambas', 'los dos', 'las dos'].includes(
      said,
    ) &&
    several.length === 2
  ) {
    return several.map((choice) => choice.id);
  }
  const parts = text
    .slice(0, 600)
    .split(/[,;\n]|\s+(?:and|y|e|&|\+)\s+/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = parts.map((part) => readOneChoice(offered, part, draft));
  if (found.length === 0 || found.includes(undefined)) return undefined;
  return tidyChoices(offered, [...new Set(found as string[])]);
}

/** Puts choices in the order offered; one that stands alone clears the others. */
export function tidyChoices(offered: readonly Choice[], chosen: readonly string[]): string[] {
  const alone = offered.find((choice) => choice.alone && chosen.includes(choice.id));
  if (alone) return [alone.id];
  return offered.filter((choice) => chosen.includes(choice.id)).map((choice) => choice.id);
}

/** Ways to type a choice, for each language: folding a label costs as much as the rest of reading an answer. */
const foldedWays = new WeakMap<Choice, Partial<Record<Language, readonly string[]>>>();

function ways(choice: Choice, draft: Draft): readonly string[] {
  const { language } = draft.conversation;
  const known = foldedWays.get(choice)?.[language];
  if (known !== undefined) return known;
  const folded = [normalise(draft.text(choice.label)), normalise(choice.id), ...choice.names];
  // A label with places is another one each time, and may hold what someone wrote.
  if (isFixed(choice.label)) foldedWays.set(choice, { ...foldedWays.get(choice), [language]: folded });
  return folded;
}

function isFixed({ en, es }: Text): boolean {
  return typeof en === 'string' && (es === undefined || typeof es === 'string');
}
