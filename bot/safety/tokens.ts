/** How what is typed is folded before anything is compared. Made from `resources/safety/words/`. */
export interface Folding {
  readonly typed: ReadonlyMap<string, readonly string[]>;
  readonly emoji: ReadonlyMap<string, string>;
  readonly fillers: ReadonlySet<string>;
  readonly breaks: ReadonlySet<string>;
}

/** One sentence, or a piece of a very long one. All arrays are of the same length: one place a word. */
export interface Sentence {
  /** Folded words; `#` where a number stands. */
  words: string[];
  /** The number at `#`, NaN elsewhere. */
  values: number[];
  /** Which clause a word belongs to; a breaking word belongs to the clause it opens. */
  clauses: number[];
  /** True where a comma, dash or bracket stands before the word. */
  commas: boolean[];
}

/** The word that stands where a number was written. */
export const NUMBER_WORD = '#';

/** A sentence without an end is read in pieces, so that the work for one stays bounded. In words. */
const PIECE = 90;
const OVERLAP = 30;

const NOT_ASCII = /[^\x00-\x7f]/;
const EMOJI = /\p{Extended_Pictographic}/gu;
const MARKS = /[\p{M}\p{Cf}]/gu;

/** Lower case, accents and invisible marks off, emoji as words. Linear in the length. */
function plain(text: string, emoji: ReadonlyMap<string, string>): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  return text
    .replace(EMOJI, (e) => ` ${emoji.get(e) ?? ''} `)
    .replace(/[°º]/g, ' deg ')
    .replace(/[‘’ʼ´`]/g, "'")
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase();
}

function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}
/** Letters of any script; symbols, punctuation and halves of pairs are none. */
function isLetter(c: number): boolean {
  if (c < 128) return c >= 97 && c <= 122;
  return (
    c > 0xbf &&
    c !== 0xd7 &&
    c !== 0xf7 &&
    !(c >= 0x2000 && c <= 0x2bff) &&
    !(c >= 0x3000 && c <= 0x303f) &&
    !(c >= 0xd800 && c <= 0xf8ff)
  );
}
/** Marks inside a word that hide a letter: k!ll, $uicide, d@d, s*icide. */
function isMask(c: number): boolean {
  return c === 33 || c === 36 || c === 64 || c === 42;
}

const AFTER_APOSTROPHE: Readonly<Record<string, string>> = {
  ll: 'will',
  ve: 'have',
  re: 'are',
  d: 'would',
  m: 'am',
};
const IS_AFTER = new Set(
  'he she it that there what who here where how everything something nothing someone everyone'.split(' '),
);
const NOT_JOINED: Readonly<Record<string, readonly string[]>> = {
  "can't": ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "ain't": ['is', 'not'],
};

/** The words one written word stands for, apostrophes included. */
export function expand(written: string, folding: Folding): readonly string[] {
  const known = folding.typed.get(written);
  if (known) return known;
  const at = written.indexOf("'");
  if (at < 0) return [written];
  const joined = NOT_JOINED[written];
  if (joined) return joined;
  if (written.endsWith("n't")) return [written.slice(0, -3), 'not'];
  const head = written.slice(0, at);
  const tail = written.slice(at + 1).replaceAll("'", '');
  const verb = AFTER_APOSTROPHE[tail];
  if (verb) return [head, verb];
  if (tail === 's') return IS_AFTER.has(head) ? [head, 'is'] : [head];
  const bare = head + tail;
  return folding.typed.get(bare) ?? [bare];
}

/** The words a word of a phrase pattern stands for: folded as a person's words are, fillers gone. */
export function foldWord(written: string, folding: Folding): string[] {
  const words: string[] = [];
  for (const s of sentences(written, folding))
    s.words.forEach((w, i) => {
      words.push(w === NUMBER_WORD ? String(s.values[i]) : w);
    });
  return words;
}

/** Splits a message into sentences of folded words. Never throws; linear in the length. */
export function sentences(text: string, folding: Folding): Sentence[] {
  const s = plain(text, folding.emoji);
  const found: Sentence[] = [];
  let now: Sentence = { words: [], values: [], clauses: [], commas: [] };
  let clause = 0;
  let comma = false;

  function put(word: string, value: number): void {
    if (folding.fillers.has(word)) return;
    if (folding.breaks.has(word)) clause++;
    now.words.push(word);
    now.values.push(value);
    now.clauses.push(clause);
    now.commas.push(comma);
    comma = false;
  }
  function close(): void {
    if (now.words.length > 0) {
      found.push(now);
      now = { words: [], values: [], clauses: [], commas: [] };
    }
    clause = 0;
    comma = false;
  }

  const end = s.length;
  let i = 0;
  while (i < end) {
    const c = s.charCodeAt(i);
    if (isLetter(c) || (isMask(c) && i + 1 < end && isLetter(s.charCodeAt(i + 1)) && c !== 33)) {
      const from = i;
      i++;
      while (i < end) {
        const d = s.charCodeAt(i);
        if (isLetter(d) || isDigit(d)) i++;
        else if ((d === 39 || isMask(d)) && i + 1 < end && isLetter(s.charCodeAt(i + 1))) i++;
        else break;
      }
      let word = s.slice(from, i);
      if (word === 'no' && nextMark(s, i) === ',') word = 'nope';
      // "don t", "i m": an apostrophe typed as a space
      if (s.charCodeAt(i) === 32 && i + 1 < end && joinsNext(word, s, i)) {
        const tail = s.charCodeAt(i + 1);
        word = `${word}'${String.fromCharCode(tail)}`;
        i += 2;
      }
      for (const w of expand(word, folding)) put(w, Number.NaN);
    } else if (isDigit(c)) {
      i = readNumber(s, i, put);
    } else {
      i++;
      if (c === 46) {
        // a dot: decimal points are read above; "..." is a pause; "a.m." is one word
        if (s.charCodeAt(i) === 46) {
          while (s.charCodeAt(i) === 46) i++;
          comma = true;
        } else if (isLetter(s.charCodeAt(i)) && !isLetter(s.charCodeAt(i - 3))) comma = false;
        else close();
      } else if (c === 33 || c === 63 || c === 10 || c === 13 || c === 0xa1 || c === 0xbf) close();
      else if (c === 59) {
        clause++;
        comma = true;
      } else if (c === 44 || c === 58 || c === 40 || c === 41 || c === 0x2014 || c === 0x2013) comma = true;
      else if (c === 45 && s.charCodeAt(i) === 32) comma = true;
      else if (c === 37) put('percent', Number.NaN);
      else if ((c === 36 || c === 0xa3 || c === 0x20ac) && isDigit(s.charCodeAt(i))) put('money', Number.NaN);
    }
  }
  close();
  return found.flatMap(mergeNumbers).flatMap(pieces);
}

/** The next character that is not a space. */
function nextMark(s: string, i: number): string {
  while (s.charCodeAt(i) === 32) i++;
  return s.charAt(i);
}

const BEFORE_T = new Set([
  'don',
  'can',
  'won',
  'isn',
  'didn',
  'doesn',
  'couldn',
  'wouldn',
  'shouldn',
  'hasn',
  'haven',
  'wasn',
  'aren',
]);
function joinsNext(word: string, s: string, i: number): boolean {
  const tail = s.charCodeAt(i + 1);
  const after = s.charCodeAt(i + 2);
  if (isLetter(after) || isDigit(after)) return false;
  return (tail === 116 && BEFORE_T.has(word)) || (tail === 109 && word === 'i');
}

/** Reads digits with a decimal point, comma or apostrophe (38.2, 38,2, 38'2), a clock time, or money. */
function readNumber(s: string, from: number, put: (word: string, value: number) => void): number {
  let i = from;
  while (isDigit(s.charCodeAt(i))) i++;
  const mark = s.charCodeAt(i);
  if ((mark === 46 || mark === 44 || mark === 39) && isDigit(s.charCodeAt(i + 1))) {
    let j = i + 1;
    while (isDigit(s.charCodeAt(j))) j++;
    if (j - i <= 3) {
      put(NUMBER_WORD, Number(`${s.slice(from, i)}.${s.slice(i + 1, j)}`));
      return j;
    }
    put(NUMBER_WORD, Number(s.slice(from, i) + s.slice(i + 1, j)));
    return j;
  }
  if (mark === 58 && isDigit(s.charCodeAt(i + 1)) && isDigit(s.charCodeAt(i + 2))) {
    put('clocktime', Number.NaN);
    return i + 3;
  }
  put(NUMBER_WORD, Math.min(Number(s.slice(from, Math.min(i, from + 12))), 1e12));
  return i;
}

const UNITS = new Map(
  (
    'zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ' +
    'cero 0 uno 1 un 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9'
  )
    .split(' ')
    .flatMap((w, i, all) => (i % 2 === 0 ? [[w, Number(all[i + 1])] as [string, number]] : [])),
);
const TENS = new Map([
  ['thirty', 30],
  ['forty', 40],
  ['ninety', 90],
  ['treinta', 30],
  ['cuarenta', 40],
  ['noventa', 90],
]);
const POINT = new Set(['point', 'dot', 'coma', 'punto', 'con']);

/** Temperatures in words: "a hundred and one point four", "treinta y ocho y medio", "38 and a half". */
function mergeNumbers(sentence: Sentence): Sentence[] {
  const { words, values } = sentence;
  const worth = words.some(
    (w, i) => TENS.has(w) || w === 'hundred' || w === 'cien' || w === 'ciento' || isReading(values[i]),
  );
  if (!worth) return [sentence];
  const merged: Sentence = { words: [], values: [], clauses: [], commas: [] };
  let i = 0;
  while (i < words.length) {
    const word = words[i] as string;
    const first = i;
    let value = isReading(values[i]) ? (values[i] as number) : undefined;
    let next = i + 1;
    if (TENS.has(word)) {
      value = TENS.get(word) as number;
      if (words[next] === 'y' && unit(words[next + 1]) !== undefined) next++;
      const u = unit(words[next]);
      if (u !== undefined) {
        value += u;
        next++;
      }
    } else if (word === 'hundred' || word === 'cien' || word === 'ciento') {
      value = 100;
      if (words[next] === 'and' && unit(words[next + 1]) !== undefined) next++;
      const u = unit(words[next]);
      if (u !== undefined) {
        value += u;
        next++;
      }
    }
    if (value !== undefined) {
      const digit = fraction(sentence, next);
      if (digit) {
        value += digit.value;
        next = digit.next;
      }
      merged.words.push(NUMBER_WORD);
      merged.values.push(Math.round(value * 100) / 100);
      i = next;
    } else {
      merged.words.push(word);
      merged.values.push(values[i] as number);
      i++;
    }
    merged.clauses.push(sentence.clauses[first] as number);
    merged.commas.push(sentence.commas[first] as boolean);
  }
  return [merged];
}
function isReading(value: number | undefined): boolean {
  return (
    value !== undefined &&
    Number.isInteger(value) &&
    ((value >= 34 && value <= 43) || (value >= 90 && value <= 109))
  );
}
function unit(word: string | undefined): number | undefined {
  return word === undefined ? undefined : UNITS.get(word);
}
function fraction(s: Sentence, at: number): { value: number; next: number } | null {
  const word = s.words[at];
  if (word === undefined) return null;
  if (word === 'and' && s.words[at + 1] === 'a' && s.words[at + 2] === 'half')
    return { value: 0.5, next: at + 3 };
  if (word === 'y' && (s.words[at + 1] === 'medio' || s.words[at + 1] === 'media'))
    return { value: 0.5, next: at + 2 };
  if (!POINT.has(word)) return null;
  const u = unit(s.words[at + 1]) ?? s.values[at + 1];
  if (u === undefined || !(u >= 0 && u <= 9)) return null;
  return { value: u / 10, next: at + 2 };
}

function pieces(sentence: Sentence): Sentence[] {
  const n = sentence.words.length;
  if (n <= PIECE) return [sentence];
  const cut: Sentence[] = [];
  for (let from = 0; from < n; from += PIECE - OVERLAP) {
    const to = Math.min(n, from + PIECE);
    cut.push({
      words: sentence.words.slice(from, to),
      values: sentence.values.slice(from, to),
      clauses: sentence.clauses.slice(from, to),
      commas: sentence.commas.slice(from, to),
    });
    if (to === n) break;
  }
  return cut;
}
