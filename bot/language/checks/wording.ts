import type { Build } from '../build.ts';
import type { Report } from '../report.ts';
import { rangeOfWords } from '../range.ts';
import type { Spot } from '../spot.ts';
import type { TextEntry } from '../text.ts';
import { avoidedIn, maskNames, wordList, type WordList } from './words-to-avoid.ts';

const LONGEST_SENTENCE = 25;

/** Signs of a figure about how long people live. */
const SURVIVAL = [
  /\b(?:\d+|two|three|five|ten|dos|tres|cinco|diez)[- ](?:year|años?)s?[- ](?:relative[- ])?(?:surviv\w*|supervivencia)/iu,
  /\b\d+[- ]year\b(?= (?:rate|figure|outlook))/iu,
  /\bsurvival (?:rate|figure|statistic|time)s?\b|\bmedian survival\b|\blife expectancy\b|\besperanza de vida\b/iu,
  /\b(?:months|years|weeks) to live\b|\b(?:meses|años) de vida\b/iu,
  /\d+ ?(?:%|percent|per cent|por ciento)[^.?!]{0,60}\b(?:surviv\w*|alive|live for|die|sobreviv\w*|viv[eo]n?)\b/iu,
  /\b(?:surviv\w*|alive)\b[^.?!]{0,40}\d+ ?(?:%|percent|per cent)/iu,
];

/** Reads every text as a person would who has had enough of certain words. */
export function checkWording({ material, report, texts }: Build): void {
  const english = wordList('en', material.wording);
  for (const entry of texts.entries.values()) checkText(entry.source, entry.at, entry, english, report);
  const spanish = wordList('es', material.wording);
  for (const translation of material.translations.get('es')?.all.values() ?? []) {
    const entry = texts.entries.get(translation.key);
    const at = { ...translation.at, path: [...translation.at.path, 'text'] };
    checkText(translation.text, at, entry, spanish, report);
  }
}

function checkText(
  text: string,
  at: Spot,
  entry: TextEntry | undefined,
  list: WordList,
  report: Report,
): void {
  for (const { code, message, words, remedy } of wordingFaults(text, list)) {
    report.add(code, at, message, {
      ...(remedy === undefined ? {} : { remedy }),
      range: rangeOfWords(at, words),
    });
  }
  checkNumbers(text, at, entry, report);
}

/** Something in a text that nobody should have to read; `words` are those it is about. */
export interface WordingFault {
  code: 'DLG401' | 'DLG402' | 'DLG403' | 'DLG404';
  message: string;
  words: string;
  remedy?: string;
}

/** Looks for words we do not use, loud marks, figures about how long people live, and long sentences. */
export function* wordingFaults(text: string, list: WordList): Generator<WordingFault> {
  const masked = maskNames(text, list);
  for (const { word, instead } of avoidedIn(masked, list)) {
    yield { code: 'DLG401', message: `“${word}” is a word we do not use.`, words: word, remedy: instead };
  }
  const mark = /[!¡]/u.exec(masked)?.[0];
  if (mark !== undefined) {
    const message = 'An exclamation mark sounds loud to somebody who is frightened.';
    yield { code: 'DLG402', message, words: mark };
  }
  const figure = SURVIVAL.map((pattern) => pattern.exec(masked)?.[0]).find((one) => one !== undefined);
  if (figure !== undefined) {
    const message = `“${figure}” reads like a figure about how long people live.`;
    yield { code: 'DLG404', message, words: figure };
  }
  for (const sentence of text.split(/(?<=[.?!…:;])\s+|\n+/u)) {
    const words = sentence.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (words.length <= LONGEST_SENTENCE) continue;
    const start = words.slice(0, 4).join(' ');
    const message = `The sentence that begins “${start} …” has ${words.length} words.`;
    yield { code: 'DLG403', message, words: start };
  }
}

/** A number in a text stays when the line moves, and does not follow the country. */
function checkNumbers(text: string, at: Spot, entry: TextEntry | undefined, report: Report): void {
  const safety = entry?.dialog?.startsWith('safety') === true;
  for (const [number] of text.matchAll(/\+?\d[\d\s().-]*\d/gu)) {
    const digits = number.replace(/\D/g, '').length;
    if (digits < (safety ? 3 : 7)) continue;
    report.add('DLG405', at, `“${number}” looks like a number to call.`, {
      range: rangeOfWords(at, number),
      ...(safety ? {} : { severity: 'warning' as const }),
    });
  }
}
