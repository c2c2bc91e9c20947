/**
 * Folds an utterance for comparison: lower case, accents off, apostrophes joined, every other mark a space.
 * Linear in the length; invisible and direction marks vanish.
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
