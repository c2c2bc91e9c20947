import { createHash } from 'node:crypto';
import type { TranslationMaterial } from './material.ts';
import type { Template, Text } from './program.ts';
import type { Report } from './report.ts';
import type { Scope } from './scope.ts';
import { rangeOfWords } from './range.ts';
import type { Spot } from './spot.ts';

/** What kind of text it is, for the checks of wording and translation. */
export interface TextEntry {
  key: string;
  source: string;
  at: Spot;
  /** The dialog it is said in; null for options, words and rules. */
  dialog: string | null;
}

/** First six hex digits of the SHA-256 of a text: tells whether a translation is still of this text. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 6);
}

/** Makes texts with their translations, and remembers every one for the checks. */
export class Texts {
  readonly entries = new Map<string, TextEntry>();
  private readonly report: Report;
  private readonly spanish: ReadonlyMap<string, TranslationMaterial> | undefined;

  constructor(report: Report, spanish: ReadonlyMap<string, TranslationMaterial> | undefined) {
    this.report = report;
    this.spanish = spanish;
  }

  /**
   * A text under its key. `scope` says which variables its places may name; null when the engine fills them, whatever
   * they are called. A stale translation is left out: better the words we stand by than words that may be wrong.
   */
  make(key: string, source: string, at: Spot, scope: Scope | null, dialog: string | null = null): Text {
    this.entries.set(key, { key, source, at, dialog });
    const en = this.template(source, at, scope);
    const translation = this.spanish?.get(key);
    // A line that waits for its translator.
    if (!translation || translation.text === '') return { key, en };
    const textAt = { ...translation.at, path: [...translation.at.path, 'text'] };
    const es = this.template(translation.text, textAt, scope);
    const [wanted, found] = [placesOf(en), placesOf(es)];
    if (wanted !== found) {
      this.report.add(
        'DLG504',
        textAt,
        `The text has ${wanted ? `the places ${wanted}` : 'no places'}, and the translation ${found || 'none'}.`,
      );
    }
    return translation.of === fingerprint(source) ? { key, en, es } : { key, en };
  }

  private template(source: string, at: Spot, scope: Scope | null): Template {
    if (!/[{}]/.test(source)) return source;
    const pieces: (string | { variable: string; fallback: string })[] = [];
    let end = 0;
    for (const match of source.matchAll(/\{([^{}]*)\}/g)) {
      this.looseBraces(source.slice(end, match.index), at);
      if (match.index > end) pieces.push(source.slice(end, match.index));
      pieces.push(this.place(match[1] ?? '', at, scope));
      end = match.index + match[0].length;
    }
    this.looseBraces(source.slice(end), at);
    if (end < source.length) pieces.push(source.slice(end));
    return pieces;
  }

  private place(inside: string, at: Spot, scope: Scope | null): { variable: string; fallback: string } {
    const match = /^([a-z][a-z0-9]*(?:[-_.][a-z0-9]+)*)(?:\|([^|]*))?$/.exec(inside);
    const range = rangeOfWords(at, `{${inside}}`);
    if (!match) {
      this.report.add('DLG212', at, `\`{${inside}}\` cannot be read.`, { range });
      return { variable: inside, fallback: '' };
    }
    const [, name = '', fallback] = match;
    if (scope === null) return { variable: name, fallback: fallback ?? '' };
    if (fallback === undefined) {
      this.report.add(
        'DLG212',
        at,
        `\`{${inside}}\` does not say what to write when \`${name}\` is unknown.`,
        {
          range,
          remedy: `Write {${name}|…}, with the words to use when it is unknown; {${name}|} writes nothing.`,
        },
      );
    }
    const known = scope.readInText(name, at, range);
    return { variable: known?.name ?? name, fallback: fallback ?? '' };
  }

  private looseBraces(between: string, at: Spot): void {
    if (!/[{}]/.test(between)) return;
    this.report.add('DLG212', at, 'A brace stands alone in this text.', {
      range: rangeOfWords(at, between.trim()),
    });
  }
}

/** The names of the places in a template, in order of the alphabet, for comparison. */
function placesOf(template: Template): string {
  if (typeof template === 'string') return '';
  const names = template.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.variable]));
  return [...new Set(names)]
    .sort()
    .map((name) => `{${name}}`)
    .join(', ');
}
