import { expect } from 'chai';
import { checkFreshness } from '../../bot/directory/check-freshness.ts';
import { freshnessClass, freshnessOf } from '../../bot/directory/freshness.ts';
import type { Resource } from '../../bot/directory/schema.ts';
import { directory, loaded, resources, views } from './loaded.ts';

const { limits } = loaded;
const day = (text: string): number => Date.parse(text);
const of = (id: string): Resource => {
  const resource = resources.get(id);
  if (resource === undefined) throw new Error(`there is no ${id}`);
  return resource;
};
const crisis = of('lifeline-988');
const fund = of('pink-fund');
const helpline = of('komen-breast-care-helpline');

describe('how fresh a service is', () => {
  it('has the strictest limit that fits it', () => {
    expect(freshnessClass(crisis)).to.equal('crisis');
    expect(freshnessClass(fund)).to.equal('volatile');
    expect(freshnessClass(of('fl-moffitt-mbc-group'))).to.equal('groups');
    expect(freshnessClass(helpline)).to.equal('standing');
    const { limits: per } = limits;
    expect(per.crisis.hidden).to.equal(30);
    expect(per.volatile.hidden).to.be.lessThan(per.standing.hidden);
    expect(per.volatile.due).to.be.lessThan(per.standing.due);
  });

  it('a crisis line is good for thirty days, to the day', () => {
    expect(crisis.checked).to.equal('2026-11-20');
    const at = (text: string) => freshnessOf(crisis, day(text), limits).freshness;
    expect(at('2026-12-10T23:59:59Z')).to.equal('fresh');
    expect(at('2026-12-11')).to.equal('due');
    expect(at('2026-12-20T23:59:59Z')).to.equal('due');
    expect(at('2026-12-21')).to.equal('hidden');
  });

  it('says who looks after it, and the days that matter', () => {
    expect(loaded.freshness('lifeline-988', day('2026-11-21'))).to.deep.equal({
      resource: 'lifeline-988',
      freshness: 'fresh',
      because: null,
      checked: '2026-11-20',
      owner: 'directory-team',
      dueOn: '2026-12-11',
      hiddenOn: '2026-12-21',
    });
    expect(loaded.freshness('no-such-service', 0)).to.equal(undefined);
  });

  it('one report of a wrong number makes it due, three hide it, whatever its age', () => {
    const now = day('2026-11-21');
    const states = [0, 1, 2, 3].map((reports) => {
      const state = freshnessOf(helpline, now, limits, reports);
      return `${state.freshness} ${state.because}`;
    });
    expect(states).to.deep.equal(['fresh null', 'due reports', 'due reports', 'hidden reports']);
  });

  it('too old, it is found no more; a plan that holds it says so', () => {
    const funds = (now?: number) =>
      directory
        .search({
          country: 'US',
          kinds: ['financial-assistance'],
          limit: 50,
          ...(now === undefined ? {} : { now }),
        })
        .map((found) => found.resource);
    expect(funds()).to.include('pink-fund');
    expect(funds(day('2026-11-21'))).to.include('pink-fund');
    expect(funds(day('2028-01-01'))).not.to.include('pink-fund');
    const said = (now: number) => views.resource('pink-fund', [], { language: 'en', now })?.cautions[0];
    expect(said(day('2026-11-21'))).not.to.match(/checked this/);
    expect(said(day('2027-03-01'))).to.match(/some time since we checked/);
    expect(said(day('2028-01-01'))).to.match(/no longer offer it/);
  });

  it('staff are told of each, with the day it will be hidden', () => {
    const placed = [crisis, fund, helpline].map((resource) => ({ file: 'directory/x.yaml', resource }));
    expect(checkFreshness(placed, limits, day('2026-11-21'))).to.deep.equal([]);
    const told = checkFreshness(placed, limits, day('2027-02-01'));
    expect(told.map(({ code, path }) => `${code} ${path}`)).to.deep.equal([
      'DIR402 resources[lifeline-988].checked',
      'DIR401 resources[pink-fund].checked',
    ]);
    expect(told[1]?.message).to.contain('hidden from 2027-11-21 unless directory-team checks it');
  });

  it('a check that has not happened yet is a mistake', () => {
    const placed = [{ file: 'directory/x.yaml', resource: helpline }];
    expect(checkFreshness(placed, limits, day('2026-11-19T12:00:00Z'))).to.deep.equal([]);
    expect(checkFreshness(placed, limits, day('2026-11-18')).map(({ code }) => code)).to.deep.equal([
      'DIR107',
    ]);
  });
});
