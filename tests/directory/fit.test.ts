import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import type { Place } from '../../bot/domain/place.ts';
import { ASKED_GROUPS, fitReasons, fitScore, HOUSEHOLDS, INCOMES } from '../../bot/directory/fit.ts';
import { povertyGuideline } from '../../bot/directory/poverty.ts';
import { GROUPS, INSURANCES, LOOKS_AT } from '../../bot/directory/fits-schema.ts';
import type { Means } from '../../bot/directory/types.ts';
import { directory, resources } from './loaded.ts';

const upTo300 = { income_up_to_fpl: 300 };
const verdict = (means: Means, state: string | undefined): string | undefined =>
  fitReasons(upTo300, means, state).find((one) => one.kind === 'fit-income')?.verdict;
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

  it('says nothing of what the fund does not name, and that what was skipped is not known', () => {
    const all: Means = { income: 'under_20k', household: 'one', insurance: 'none', inTreatment: false };
    expect(fitReasons(null, all, 'TX')).to.deep.equal([]);
    expect(fitReasons({}, all, 'TX')).to.deep.equal([]);
    const limits = { ...upTo300, insurance: ['none' as const], in_treatment: true as const };
    expect(fitReasons(limits, {}, 'TX')).to.deep.equal([
      { kind: 'looks-at', what: ['income', 'insurance', 'treatment'] },
    ]);
    expect(fitReasons({ ...limits, looks_at: ['area'] }, all, 'TX').at(-1)).to.deep.equal({
      kind: 'looks-at',
      what: ['area'],
    });
    expect(fitScore(fitReasons(limits, {}, 'TX'))).to.equal(0);
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

  it('puts what is made for a few after what is for all, but for those who said that they are of them', () => {
    const fund = { made_for: ['children_alone' as const] };
    const of = (means: Means) => fitReasons(fund, means, 'TX');
    expect(of({})).to.deep.equal([{ kind: 'made-for', verdict: 'unknown', groups: ['children_alone'] }]);
    expect(fitScore(of({}))).to.be.below(0);
    expect(fitScore(of({ groups: ['none'] }))).to.be.below(fitScore(of({})));
    expect(fitScore(of({ groups: ['children_alone'] }))).to.be.above(1);
    // Of this group nobody is asked, so an answer about others says nothing.
    expect(fitReasons({ made_for: ['men'] }, { groups: ['none'] }, 'TX')[0]).to.include({
      verdict: 'unknown',
    });
  });

  it('puts what helps only in places after what helps everywhere, but not where the person is', () => {
    const reasons = fitReasons({ looks_at: ['area', 'income'] }, {}, 'TX');
    expect(fitScore(reasons)).to.be.below(0);
    expect(fitScore(reasons, true)).to.equal(0);
  });

  it('has words for every group and limit there is', () => {
    const { words } = parse(readFileSync('dialogs/words.yaml', 'utf8'));
    for (const group of GROUPS) expect(words).to.have.property(`made-for-${group}`);
    for (const one of LOOKS_AT) expect(words).to.have.property(`looks-at-${one}`);
  });

  it('knows every answer that the dialogs offer', () => {
    const { variables } = parse(readFileSync('dialogs/variables.yaml', 'utf8'));
    expect(variables.income.one_of).to.deep.equal([...INCOMES.keys()]);
    expect(variables.household.one_of).to.deep.equal(HOUSEHOLDS);
    expect(variables.insurance.one_of).to.deep.equal(INSURANCES);
    expect(variables.fund_groups.many_of).to.deep.equal([...ASKED_GROUPS, 'none']);
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
      ...(means ? { means, sort: 'fit' as const } : {}),
    });
  const ids = (means?: Means, limit = 50) => found(means, limit).map((one) => one.resource);

  it('puts first what fits, with the reason first, and last what does not', () => {
    const order = ids({ inTreatment: false });
    expect(order.indexOf('komen-financial-assistance')).to.be.below(order.indexOf('pink-fund'));
    const [first] = found({ income: 'under_20k', household: 'one' });
    expect(first?.reasons[0]).to.include({ kind: 'fit-income', verdict: 'yes' });
  });

  it('never begins with a fund made for a few, in any state, unless that was said to fit', () => {
    for (const state of ['TX', 'CT', 'CA', 'MT', 'FL']) {
      for (const means of [undefined, {}, { income: 'under_20k', household: 'three' }] as const) {
        const place: Place = { country: 'US', state, label: state };
        const sort = means ? { means, sort: 'fit' as const } : {};
        const [first] = directory.search({ country: 'US', place, kinds, limit: 6, ...sort });
        expect(resources.get(first?.resource ?? '')?.fits?.made_for ?? []).to.deep.equal([]);
      }
    }
    const told: Means = { groups: ['children_alone'], income: 'under_20k', household: 'three' };
    expect(ids(told)[0]).to.equal('infinite-strength');
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
