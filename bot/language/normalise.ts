/**
 * Folds an utterance for comparison: lower case, accents off, apostrophes joined, every other mark a space; invisible
 * and direction marks vanish. Linear in the length. Phrases and names are folded once, when they are compiled, and what is
 * typed is folded the same way.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
