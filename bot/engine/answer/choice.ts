import type { Choice } from '../../language/program.ts';
import type { Draft } from '../draft.ts';
import { normalise } from '../../language/normalise.ts';

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

/**
 * Which one choice typed words mean: its label, one of its names, its number, or words that only its label holds.
 * Undefined when none or more than one: a guess is worse than a question.
 */
export function readOneChoice(offered: readonly Choice[], text: string, draft: Draft): string | undefined {
  const said = normalise(text.slice(0, 300));
  if (said === '') return undefined;
  const exact = offered.find((choice) => ways(choice, draft).includes(said));
  if (exact) return exact.id;
  const ordinal = ORDINALS.get(said);
  if (ordinal !== undefined) return offered[ordinal]?.id;
  const words = said.split(' ');
  if (words.length > 6 || !words.some((word) => word.length >= 4)) return undefined;
  const holding = offered.filter((choice) => {
    const label = ways(choice, draft)[0]?.split(' ') ?? [];
    return words.every((word) => label.includes(word));
  });
  return holding.length === 1 ? holding[0]?.id : undefined;
}

/** Several choices: parts joined by commas, "and" or "y"; "both", "all". Undefined when any part is not understood. */
export function readChoices(offered: readonly Choice[], text: string, draft: Draft): string[] | undefined {
  const whole = readOneChoice(offered, text, draft);
  if (whole !== undefined) return [whole];
  const said = normalise(text.slice(0, 600));
  const several = offered.filter((choice) => !choice.alone);
  if (['all', 'all of them', 'everything', 'todo', 'todos', 'todas'].includes(said))
    return several.map((choice) => choice.id);
  if (
    ['both', 'both of them', 'ambos', 'ambas', 'los dos', 'las dos'].includes(said) &&
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

function ways(choice: Choice, draft: Draft): string[] {
  return [normalise(draft.text(choice.label)), normalise(choice.id), ...choice.names];
}
