/** A phrase pattern as a tree. */
export type Phrase =
  | { kind: 'word'; word: string }
  | { kind: 'prefix'; prefix: string }
  | { kind: 'number'; from: number; to: number }
  | { kind: 'any' }
  | { kind: 'start' }
  | { kind: 'end' }
  | { kind: 'class'; name: string }
  | { kind: 'gap'; words: number }
  | { kind: 'optional'; of: Phrase }
  | { kind: 'row'; of: Phrase[] }
  | { kind: 'either'; of: Phrase[] };

const GAP = /^\.\.\.(\d*)$/;
const NUMBER = /^\{(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?\}$/;
const PIECE = /\s+|\(|\)|\||\?|<[^>]*>|\{[^}]*\}|\.\.\.\d*|[^\s()|?<>{}]+/g;

/**
 * Reads one phrase pattern:
 *
 *     word        that word, folded as a person's words are (`can't` matches `cannot`, `can not`, `cant`)
 *     word*       any word that begins so
 *     <class>     a word class of `words/`
 *     ( a | b c ) one of these
 *     x?          may be missing
 *     ...  ...5   up to three, or up to five, words of any kind, inside one clause
 *     _           exactly one word of any kind
 *     {38-43.9}   a number between these
 *     ^  $        the beginning and the end of the sentence
 *
 * @param fold turns a written word into the words it stands for; none when it is a filler
 * @returns the tree, or what is wrong with the pattern
 */
export function readPhrase(
  text: string,
  fold: (word: string) => readonly string[],
): { phrase: Phrase } | { wrong: string } {
  const pieces = (text.match(PIECE) ?? []).filter((p) => p.trim() !== '');
  if (pieces.join('') !== text.replace(/\s+/g, '')) return { wrong: 'a character here has no meaning' };
  let at = 0;
  let wrong = '';

  function atom(): Phrase | null {
    const piece = pieces[at] as string;
    at++;
    if (piece === '(') {
      const inner = either();
      if (pieces[at] !== ')') wrong ||= 'a ( is never closed';
      at++;
      return inner;
    }
    if (piece === '^') return { kind: 'start' };
    if (piece === '$') return { kind: 'end' };
    if (piece === '_') return { kind: 'any' };
    const gap = GAP.exec(piece);
    if (gap) {
      const words = gap[1] ? Number(gap[1]) : 3;
      if (words < 1 || words > 12) wrong ||= 'a gap is 1 to 12 words';
      return { kind: 'gap', words };
    }
    if (piece.startsWith('{')) {
      const n = NUMBER.exec(piece);
      if (!n) {
        wrong ||= `${piece} is no range of numbers`;
        return null;
      }
      return { kind: 'number', from: Number(n[1]), to: Number(n[2] ?? n[1]) };
    }
    if (piece.startsWith('<')) return { kind: 'class', name: piece.slice(1, -1).trim() };
    if (piece === '|' || piece === ')' || piece === '?') {
      wrong ||= `a ${piece} stands where a word is expected`;
      return null;
    }
    if (piece.endsWith('*')) {
      const prefix = fold(piece.slice(0, -1));
      if (prefix.length !== 1) wrong ||= `${piece} is no beginning of one word`;
      return { kind: 'prefix', prefix: prefix[0] ?? '' };
    }
    const words = fold(piece).map((word): Phrase => ({ kind: 'word', word }));
    return words.length === 1 ? (words[0] as Phrase) : { kind: 'row', of: words };
  }

  function row(): Phrase {
    const of: Phrase[] = [];
    while (at < pieces.length && pieces[at] !== '|' && pieces[at] !== ')') {
      const one = atom();
      if (!one) break;
      if (pieces[at] === '?') {
        at++;
        of.push({ kind: 'optional', of: one });
      } else of.push(one);
    }
    return of.length === 1 ? (of[0] as Phrase) : { kind: 'row', of };
  }

  function either(): Phrase {
    const all = [row()];
    while (pieces[at] === '|') {
      at++;
      all.push(row());
    }
    // An alternative of fillers alone is no alternative: left in, it would make the others optional.
    const of = all.filter((p) => !(p.kind === 'row' && p.of.length === 0));
    if (of.length > 1 && of.some((p) => p.kind === 'optional'))
      wrong ||= 'a choice that may be missing makes the others optional too: put the ? after the )';
    if (of.length === 0) return { kind: 'row', of: [] };
    return of.length === 1 ? (of[0] as Phrase) : { kind: 'either', of };
  }

  const phrase = either();
  if (at < pieces.length) wrong ||= 'a ) has no (';
  return wrong ? { wrong } : { phrase };
}

/** The pattern lines of a block, with their line numbers in it (from 1). */
export function lines(block: string): { line: number; text: string }[] {
  return block
    .split('\n')
    .map((text, i) => ({ line: i + 1, text: text.trim() }))
    .filter((l) => l.text !== '' && !l.text.startsWith('#'));
}
