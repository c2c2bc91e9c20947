/**
 * Folds an utterance for comparison: lower case, accents off, apostrophes joined, every other mark a space; invisible
 * and direction marks vanish. Linear in the length. Phrases and names are folded once, when they are compiled, and what is
 * typed is folded the same way.
 */
export function normalise(text: string): string {
  // Most of what is typed is letters without accents: the long way would find nothing to fold.
  if (PLAIN.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const PLAIN = /^[A-Za-z0-9 ]*$/;
