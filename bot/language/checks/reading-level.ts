import type { Language } from '../../domain/locale.ts';
import type { Build } from '../build.ts';
import { count, ease, ENOUGH_WORDS, gradeEn } from '../reading/reading-level.ts';
import { into, type Spot } from '../spot.ts';
import type { TextEntry } from '../text.ts';

/** Years of school that must be enough: fewer where somebody is in danger. */
export const HIGHEST_GRADE = { safety: 5, elsewhere: 7 };
/** INFLESZ "bastante fácil" and better. */
const LOWEST_EASE = 65;

interface Line {
  text: string;
  at: Spot;
}

/** Warns when the texts of a dialog, an option or a set of rules are harder to read than we allow. Labels do not count. */
export function checkReadingLevel({ material, report, texts }: Build): void {
  const spanish = material.translations.get('es')?.all;
  for (const [group, entries] of Map.groupBy(texts.entries.values(), groupOf)) {
    if (group === undefined) continue;
    const safety = entries.some((entry) => entry.dialog?.startsWith('safety'));
    const limit = safety ? HIGHEST_GRADE.safety : HIGHEST_GRADE.elsewhere;
    const english = entries.map(({ source, at }) => ({ text: source, at }));
    const hard = tooHard(textsOf(english), 'en', limit);
    if (hard !== undefined) {
      report.add(
        'DLG406',
        hardest(english, (line) => gradeEn(count([line], 'en'))),
        `The texts of \`${group}\` ${hard}. This is the hardest of them.`,
      );
    }
    const translated = entries.flatMap(({ key }) => {
      const found = spanish?.get(key);
      return found?.text ? [{ text: found.text, at: into(found.at, 'text') }] : [];
    });
    const hardInSpanish = tooHard(textsOf(translated), 'es', limit);
    if (hardInSpanish !== undefined) {
      report.add(
        'DLG406',
        hardest(translated, (line) => -ease(count([line], 'es'))),
        `The Spanish of \`${group}\` ${hardInSpanish}. This is the hardest of them.`,
      );
    }
  }
}

/** Texts that are read together; undefined for labels and other short things. */
function groupOf({ key, dialog }: TextEntry): string | undefined {
  if (key.includes('.ask.choices.')) return undefined;
  if (dialog !== null) return dialog;
  const [kind = '', name = ''] = key.split('.');
  return kind === 'words' ? 'words' : `${kind}.${name}`;
}

/**
 * How hard texts that are read together are to read, in words, when that is more than we allow: in English more years of school
 * than `grade`. Undefined when they are well, or too short to tell.
 */
export function tooHard(texts: readonly string[], language: Language, grade: number): string | undefined {
  const counted = count(texts, language);
  if (counted.words < ENOUGH_WORDS) return undefined;
  if (language === 'es') {
    const easy = ease(counted);
    const told = `has an ease of ${easy.toFixed(0)} (INFLESZ), and needs ${LOWEST_EASE}`;
    return easy < LOWEST_EASE ? told : undefined;
  }
  const needed = gradeEn(counted);
  const told = `need ${needed.toFixed(1)} years of school, and ${grade} must be enough`;
  return needed > grade ? told : undefined;
}

function textsOf(lines: readonly Line[]): string[] {
  return lines.map((line) => line.text);
}

function hardest(lines: readonly Line[], hardness: (text: string) => number): Spot {
  const long = lines.filter((line) => count([line.text], 'en').words >= 8);
  const scored = (long.length > 0 ? long : lines).map((line) => ({ line, score: hardness(line.text) }));
  const [worst] = scored.sort((a, b) => b.score - a.score);
  if (!worst) throw new RangeError('no lines');
  return worst.line.at;
}
