const VOWELS = 'aeiouáéíóúü';

/**
 * Syllables of a Spanish word: every group of vowels is one, and one more at each pair of neighbours that are said apart
 * (two strong vowels, an accented weak one beside a strong one, or the same vowel twice). This is the convention of
 * spelling, which the rules of accents use.
 */
export function syllablesEs(word: string): number {
  const letters = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^a-zñáéíóúü]/g, '')
    // A silent u, an h between vowels, and a y that is said as i.
    .replace(/([qg])u(?=[eiéí])/g, '$1')
    .replace(/(?<=[aeiouáéíóúü])h(?=[aeiouáéíóúü])/g, '')
    .replace(/y(?![aeiouáéíóúü])/g, 'i');
  if (letters === '') return 0;
  let count = 0;
  let before = '';
  for (const letter of letters) {
    if (VOWELS.includes(letter) && (before === '' || areApart(before, letter))) count += 1;
    before = VOWELS.includes(letter) ? letter : '';
  }
  return Math.max(1, count);
}

function areApart(a: string, b: string): boolean {
  const strong = (letter: string) => 'aeoáéó'.includes(letter);
  const accentedWeak = (letter: string) => 'íú'.includes(letter);
  if (strong(a) && strong(b)) return true;
  if ((accentedWeak(a) && strong(b)) || (strong(a) && accentedWeak(b))) return true;
  return plain(a) === plain(b);
}

function plain(vowel: string): string {
  return vowel.normalize('NFD').charAt(0);
}
