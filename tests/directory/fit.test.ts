import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import type { Place } from '../../bot/domain/place.ts';
import { fitReasons, fitScore, HOUSEHOLDS, INCOMES } from '../../bot/directory/fit.ts';
import { povertyGuideline } from '../../bot/directory/poverty.ts';
import { INSURANCES } from '../../bot/directory/schema.ts';
import type { Means } from '../../bot/directory/types.ts';
import { directory, resources } from './loaded.ts';

const upTo300 = { income_up_to_fpl: 300 };
const verdict = (means: Means, state: string | undefined): string | undefined =>
  fitReasons(upTo300, means, state)[0]?.verdict;
const texas: Place = { country: 'US', state: 'TX', label: 'Texas' };

describe('how a fund fits what a person told', () => {
  it('knows the poverty guidelines of 2026, for the 48 states, Alaska and Hawaii', () => {
    const of = (people: number, state: string) => povertyGuideline(people, state).least;
    expect([of(1, 'TX'), of(4, 'TX'), of(8, 'DC')]).to.deep.equal([15_960, 33_000, 55_720]);
    expect([of(1, 'AK'), of(4, 'AK'), of(8, 'AK')]).to.deep.equal([19_950, 41_250, 69_650]);
    expect([of(1, 'HI'), of(4, 'HI'), of(8, 'HI')]).to.deep.equal([18_360, 37_950, 64_070]);
    expect(povertyGuideline(1, undefined)).to.deep.equal({ least: 15_960, most: 19_950 });
  });

  it('says within, near or over the limit, and which limit that is', () => {
    expect(verdict({ income: 'from_20k_to_40k', household: 'one' }, 'TX')).to.equal('yes');
    expect(verdict({ income: 'from_40k_to_60k', household: 'one' }, 'TX')).to.equal('near');
    expect(verdict({ income: 'from_60k_to_80k', household: 'one' }, 'TX')).to.equal('no');
    expect(fitReasons(upTo300, { income: 'under_20k', household: 'two' }, 'TX')).to.deep.equal([
      { kind: 'fit-income', verdict: 'yes', income: 'under_20k', people: 2, limit: 64_920 },
    ]);
  });

  it('is never sure that income is over when the state, or the number of people, may change it', () => {
    expect(verdict({ income: 'from_60k_to_80k', household: 'two' }, undefined)).to.equal('near');
    expect(verdict({ income: 'from_60k_to_80k', household: 'two' }, 'TX')).to.equal('near');
    expect(verdict({ income: 'from_80k_to_100k', household: 'three' }, undefined)).to.equal('near');
    expect(verdict({ income: 'from_80k_to_100k', household: 'two' }, undefined)).to.equal('near');
    expect(verdict({ income: 'from_80k_to_100k', household: 'one' }, undefined)).to.equal('no');
    expect(verdict({ income: 'over_100k', household: 'six_or_more' }, 'TX')).to.equal('near');
    expect(verdict({ income: 'from_60k_to_80k', household: 'six_or_more' }, 'TX')).to.equal('yes');
  });

  it('says nothing of what was skipped, or of what the fund does not name', () => {
    const all: Means = { income: 'under_20k', household: 'one', insurance: 'none', inTreatment: false };
    expect(fitReasons(null, all, 'TX')).to.deep.equal([]);
    expect(fitReasons({}, all, 'TX')).to.deep.equal([]);
    expect(fitReasons({ ...upTo300, insurance: ['none'], in_treatment: true }, {}, 'TX')).to.deep.equal([]);
    expect(verdict({ income: 'under_20k' }, 'TX')).to.equal(undefined);
    expect(verdict({ household: 'one' }, 'TX')).to.equal(undefined);
  });

  it('counts more against than for', () => {
    const fits = { insurance: ['private' as const], in_treatment: true as const };
    const score = (means: Means) => fitScore(fitReasons(fits, means, 'TX'));
    expect(score({ insurance: 'private', inTreatment: true })).to.equal(2);
    expect(score({ insurance: 'none', inTreatment: true })).to.be.below(score({}));
    expect(score({ inTreatment: false })).to.be.below(0);
  });

  it('knows every answer that the dialogs offer', () => {
    const { variables } = parse(readFileSync('dialogs/variables.yaml', 'utf8'));
    expect(variables.income.one_of).to.deep.equal([...INCOMES.keys()]);
    expect(variables.household.one_of).to.deep.equal(HOUSEHOLDS);
    expect(variables.insurance.one_of).to.deep.equal(INSURANCES);
  });
});

describe('funds sorted by fit', () => {
  const kinds = ['financial-assistance', 'copay-assistance'];
  const found = (means?: Means, limit = 50) =>
    directory.search({
      country: 'US',
      place: texas,
      kinds,
      local: 'prefer',
      limit,
      ...(means ? { means } : {}),
    });
  const ids = (means?: Means, limit = 50) => found(means, limit).map((one) => one.resource);

  it('puts first what fits, with the reason first, and last what does not', () => {
    const order = ids({ inTreatment: false });
    expect(order.indexOf('komen-financial-assistance')).to.be.below(order.indexOf('pink-fund'));
    const [first] = found({ income: 'under_20k', household: 'one' });
    expect(first?.reasons[0]).to.include({ kind: 'fit-income', verdict: 'yes' });
  });

  it('leaves nothing out, and without answers changes nothing', () => {
    const against: Means = {
      income: 'over_100k',
      household: 'one',
      insurance: 'none',
      inTreatment: false,
    };
    expect([...ids(against)].sort()).to.deep.equal([...ids()].sort());
    expect(ids({})).to.deep.equal(ids());
  });

  it('looks at all of them before it takes the best few', () => {
    const means: Means = { insurance: 'medicare' };
    expect(ids(means, 3)).to.deep.equal(ids(means).slice(0, 3));
  });

  it('keeps last what takes nobody new, however well it fits', () => {
    const order = ids({ insurance: 'private', inTreatment: true });
    expect(order.slice(-2)).to.include('cancercare-copay-foundation');
    expect(resources.get('cancercare-copay-foundation')?.status?.state).to.equal('paused');
  });
});
