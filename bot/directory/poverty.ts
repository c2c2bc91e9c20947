/**
 * US poverty guidelines of 2026 (Federal Register, 15 January 2026, FR Doc 2026-00755): dollars a year for one person, and for
 * each further one. New ones come each January: `dialogs/README.md`.
 */
const STATES_48 = { first: 15_960, further: 5_680 };
const ALASKA = { first: 19_950, further: 7_100 };
const HAWAII = { first: 18_360, further: 6_530 };

/** The guideline for a household in a state; without a state, the least and the most that it may be. */
export function povertyGuideline(people: number, state: string | undefined): { least: number; most: number } {
  const dollars = ({ first, further }: typeof STATES_48): number => first + (people - 1) * further;
  if (state === undefined) return { least: dollars(STATES_48), most: dollars(ALASKA) };
  const table = state === 'AK' ? ALASKA : state === 'HI' ? HAWAII : STATES_48;
  return { least: dollars(table), most: dollars(table) };
}
