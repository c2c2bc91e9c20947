import { povertyGuideline } from './poverty.ts';
import type { Resource } from './schema.ts';
import type { FitReason, Means } from './types.ts';

type Fits = NonNullable<Resource['fits']>;

/** Dollars a year, from and up to, of each range a person can choose: the values of `income` in `dialogs/variables.yaml`. */
export const INCOMES: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['under_20k', [0, 20_000]],
  ['from_20k_to_40k', [20_000, 40_000]],
  ['from_40k_to_60k', [40_000, 60_000]],
  ['from_60k_to_80k', [60_000, 80_000]],
  ['from_80k_to_100k', [80_000, 100_000]],
  ['over_100k', [100_000, Number.POSITIVE_INFINITY]],
]);

/** How many people each value of `household` means. The last is that many or more. */
export const HOUSEHOLDS: readonly string[] = ['one', 'two', 'three', 'four', 'five', 'six_or_more'];

/** What counts against a fund weighs more than what counts for it: nobody should fill in a form for nothing. */
const FOR = 1;
const AGAINST = -2;

/** How a service's own limits go with what a person told. What either of them left open says nothing. */
export function fitReasons(fits: Fits | null, means: Means, state: string | undefined): FitReason[] {
  if (fits === null) return [];
  const reasons: FitReason[] = [];
  const income = incomeReason(fits, means, state);
  if (income !== undefined) reasons.push(income);
  if (fits.insurance && means.insurance !== undefined) {
    const meets = fits.insurance.some((one) => one === means.insurance);
    reasons.push({ kind: 'fit-insurance', verdict: meets ? 'yes' : 'no', insurance: means.insurance });
  }
  if (fits.in_treatment && means.inTreatment !== undefined) {
    reasons.push({ kind: 'fit-treatment', verdict: means.inTreatment ? 'yes' : 'no' });
  }
  return reasons;
}

/** More is a better fit. */
export function fitScore(reasons: readonly FitReason[]): number {
  const points = { yes: FOR, near: 0, no: AGAINST };
  return reasons.reduce((sum, { verdict }) => sum + points[verdict], 0);
}

function incomeReason(
  { income_up_to_fpl: percent }: Fits,
  means: Means,
  state: string | undefined,
): FitReason | undefined {
  const range = INCOMES.get(means.income ?? '');
  const people = HOUSEHOLDS.indexOf(means.household ?? '') + 1;
  if (percent === undefined || range === undefined || people === 0) return undefined;
  const { least, most } = povertyGuideline(people, state);
  const limit = (least * percent) / 100;
  const highest = people === HOUSEHOLDS.length ? Number.POSITIVE_INFINITY : (most * percent) / 100;
  const [from, upTo] = range;
  const verdict = upTo <= limit ? 'yes' : from > highest ? 'no' : 'near';
  return { kind: 'fit-income', verdict, income: means.income ?? '', people, limit };
}
