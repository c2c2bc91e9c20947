import { povertyGuideline } from './poverty.ts';
import { LOOKS_AT } from './fits-schema.ts';
import type { Fits } from './fits-schema.ts';
import type { FitReason, Means } from './types.ts';

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

/** Groups a person is asked about: the values of `fund_groups` in `dialogs/variables.yaml`. */
export const ASKED_GROUPS: readonly string[] = ['children_alone', 'person_of_color'];

/** What counts against a fund weighs more than what counts for it: nobody should fill in a form for nothing. */
const POINTS = { yes: 1, near: 0, no: -2 };
/** What is made for a few comes before what is for all only for those who said that they are of them. */
const POINTS_MADE_FOR = { yes: 3, unknown: -2, no: -3 };

/** How a service's own limits go with what a person told, and last what could not be compared. */
export function fitReasons(fits: Fits | null, means: Means, state: string | undefined): FitReason[] {
  if (fits === null) return [];
  const reasons: FitReason[] = [];
  const open = new Set<string>(fits.looks_at);
  if (fits.made_for) {
    reasons.push({ kind: 'made-for', verdict: groupVerdict(fits.made_for, means), groups: fits.made_for });
  }
  const income = incomeReason(fits, means, state);
  if (income !== undefined) reasons.push(income);
  else if (fits.income_up_to_fpl !== undefined) open.add('income');
  if (fits.insurance) {
    if (means.insurance === undefined) open.add('insurance');
    else {
      const meets = fits.insurance.some((one) => one === means.insurance);
      reasons.push({ kind: 'fit-insurance', verdict: meets ? 'yes' : 'no', insurance: means.insurance });
    }
  }
  if (fits.in_treatment) {
    if (means.inTreatment === undefined) open.add('treatment');
    else reasons.push({ kind: 'fit-treatment', verdict: means.inTreatment ? 'yes' : 'no' });
  }
  if (fits.anyone) reasons.push({ kind: 'anyone' });
  if (open.size > 0) reasons.push({ kind: 'looks-at', what: LOOKS_AT.filter((one) => open.has(one)) });
  return reasons;
}

/** What helps only some: it comes after what all can use, unless it lies where the person is. */
const FEW: readonly string[] = ['area', 'trial', 'their_patients'];
const FOR_FEW = -1;

/** More is a better fit. `isLocal`: it serves the person's own state. */
export function fitScore(reasons: readonly FitReason[], isLocal = false): number {
  return reasons.reduce((sum, reason) => {
    if (reason.kind === 'anyone') return sum;
    if (reason.kind === 'looks-at') {
      return !isLocal && reason.what.some((one) => FEW.includes(one)) ? sum + FOR_FEW : sum;
    }
    return sum + (reason.kind === 'made-for' ? POINTS_MADE_FOR[reason.verdict] : POINTS[reason.verdict]);
  }, 0);
}

function groupVerdict(madeFor: readonly string[], { groups }: Means): 'yes' | 'unknown' | 'no' {
  if (groups === undefined) return 'unknown';
  if (madeFor.some((group) => groups.includes(group))) return 'yes';
  return madeFor.some((group) => !ASKED_GROUPS.includes(group)) ? 'unknown' : 'no';
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
