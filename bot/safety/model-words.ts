/** What a model reads of a word: numbers that stand for it. Worked out once for each word of the examples. */
export interface WordMarks {
  hash: number;
  /** Meanings the word shares with others, as hashes: "mum" and "mamá" have one in common. */
  meanings: readonly number[];
  /** Its groups of three and four letters, as hashes, so that a misspelt word is still somewhat known. */
  letters: readonly number[];
  negates: boolean;
  parts: boolean;
}

/** Sentences longer than this are read in pieces that overlap, so that one sentence among many words is still heard. */
const PIECE = 40;
const OVERLAP = 12;
/** Longer words are no words; only so much of them is looked at. */
const LONGEST = 24;
const MOST_MEANINGS = 3;

const NEGATING = new Set(
  'no not never dont didnt doesnt isnt wasnt wont cant couldnt wouldnt hasnt havent without nunca jamas sin ni tampoco nobody nadie'.split(
    ' ',
  ),
);
/** Words after which a "not" no longer holds. */
const PARTING = new Set('but pero although aunque just solo only except ,'.split(' '));
/** Arabic signs that stand for whole phrases would grow to eighteen letters each, and are in neither language. */
const WHOLE_PHRASES = /[\ufdf0-\ufdfd]/g;
const WORD = /\p{Extended_Pictographic}|\d+(?:[.,']\d+)?|\p{L}+(?:'\p{L}+)*|[?.!;,\n]/gu;

/**
 * Splits a message into sentences of folded words: lower case, accents off, numbers by what they may mean.
 * Never throws; linear in the length.
 */
export function wordsOf(text: string): string[][] {
  const folded = text
    .toLowerCase()
    .replace(WHOLE_PHRASES, ' ')
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[‘’ʼ´`]/g, "'");
  const found: string[][] = [];
  let now: string[] = [];
  for (const [word] of folded.matchAll(WORD)) {
    const c = word.charCodeAt(0);
    if (c >= 48 && c <= 57) now.push(meaningOf(Number(word.replace(/[,']/, '.'))));
    else if (word === ',') now.push(',');
    else if (word === '?') now.push('?');
    if (word === '.' || word === '!' || word === '?' || word === ';' || word === '\n') {
      if (now.length > 0) found.push(now);
      now = [];
    } else if (c < 48 || c > 57) {
      if (word !== ',')
        now.push(
          word
            .replaceAll("'", '')
            .slice(0, LONGEST)
            .replace(/(.)\1{2,}/g, '$1$1'),
        );
    }
  }
  if (now.length > 0) found.push(now);
  return found.flatMap(pieces);
}

function pieces(sentence: string[]): string[][] {
  if (sentence.length <= PIECE) return [sentence];
  const cut: string[][] = [];
  for (let from = 0; from < sentence.length; from += PIECE - OVERLAP) {
    cut.push(sentence.slice(from, from + PIECE));
    if (from + PIECE >= sentence.length) break;
  }
  return cut;
}

/** Numbers are kept only as what they may be: a body's temperature in Celsius or Fahrenheit, a few, a year. */
function meaningOf(value: number): string {
  if (value >= 38 && value <= 43) return Number.isInteger(value) ? '#fever-or-count' : '#fever';
  if (value >= 100.4 && value <= 109) return Number.isInteger(value) ? '#fever-or-more' : '#fever';
  if (value >= 37.5 && value < 38) return '#nearly-fever';
  if (value >= 34 && value < 36) return '#cold';
  if (value >= 36 && value < 37.5) return '#normal';
  if (value >= 96 && value < 100.4) return '#normal-or-count';
  if (value < 10) return '#few';
  if (value > 1900 && value < 2100) return '#year';
  return '#many';
}

/** All that is needed to make a word book again. */
export interface KeptWords {
  meanings: Readonly<Record<string, string>>;
  words: string[];
}

/** Knows the meanings of words, and keeps the marks of those it was told to remember. */
export class WordBook {
  readonly #source: Readonly<Record<string, string>>;
  readonly #meanings = new Map<string, string[]>();
  readonly #beginnings: [beginning: string, meaning: string][] = [];
  readonly #kept = new Map<string, WordMarks>();

  /** @param meanings meaning → its words, parted by spaces; a `*` at the end of a word stands for any ending */
  constructor(meanings: Readonly<Record<string, string>>) {
    this.#source = meanings;
    for (const [meaning, list] of Object.entries(meanings))
      for (const written of new Set(list.split(/\s+/).filter(Boolean))) {
        const word = written.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
        if (word.endsWith('*')) this.#beginnings.push([word.slice(0, -1), meaning]);
        else this.#meanings.set(word, [...(this.#meanings.get(word) ?? []), meaning]);
      }
  }

  /** Works out a word's marks and keeps them. For the words of the examples, of which there is an end. */
  remember(word: string): void {
    if (!this.#kept.has(word)) this.#kept.set(word, this.#work(word));
  }

  kept(): KeptWords {
    return { meanings: this.#source, words: [...this.#kept.keys()] };
  }

  marks(word: string): WordMarks {
    return this.#kept.get(word) ?? this.#work(word);
  }

  #work(word: string): WordMarks {
    const plain = /^[#,?]/.test(word);
    const meanings = plain
      ? [word]
      : (this.#meanings.get(word) ??
        this.#beginnings.filter(([start]) => word.startsWith(start)).map(([, meaning]) => meaning));
    const letters: number[] = [];
    const edged = `<${word}>`;
    if (!plain && word.length > 1)
      for (let n = 3; n <= 5; n++)
        for (let i = 0; i + n <= edged.length; i++) letters.push(hash(edged.slice(i, i + n), 6));
    return {
      hash: hash(word, 1),
      meanings: meanings.slice(0, MOST_MEANINGS).map((meaning) => hash(meaning, 11)),
      letters,
      negates: NEGATING.has(word),
      parts: PARTING.has(word),
    };
  }
}

/** FNV-1a with a last mix. The same on every machine. */
function hash(text: string, seed: number): number {
  let x = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) x = Math.imul(x ^ text.charCodeAt(i), 0x01000193);
  return mix(x, seed);
}

/** Two hashes as one; the order counts. */
export function mix(a: number, b: number): number {
  let x = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  return x ^ (x >>> 13);
}
