import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import type { Place } from '../../bot/domain/place.ts';
import { Best } from '../../bot/directory/best.ts';
import { BANDS, bandOf, NearIndex } from '../../bot/directory/near-index.ts';
import { resourceSchema } from '../../bot/directory/schema.ts';
import { search } from '../../bot/directory/search.ts';
import { searchIndex } from '../../bot/directory/search-index.ts';
import { merged } from '../../bot/directory/shelf.ts';
import type { DirectoryQuery } from '../../bot/directory/types.ts';
import { directory, loaded } from './loaded.ts';

const { tables, limits } = loaded;
const vocabulary = { stop: [], weak: [], kinds: {} };

const service = (id: string, more: Record<string, unknown> = {}) =>
  resourceSchema.parse({
    id,
    name: `Rides ${id}`,
    organisation: `Friends ${id}`,
    kinds: ['transport'],
    audience: 'both',
    stage: 'any-cancer',
    country: 'US',
    regions: ['US-NY'],
    languages: ['en'],
    formats: ['phone'],
    phone: '1-406-555-0123',
    cost: 'free',
    eligibility: 'People with cancer.',
    what_to_expect: 'You call first.',
    confidence: 'high',
    source_url: 'https://example.org',
    checked: '2026-11-20',
    ...more,
  });

const index = searchIndex(
  [
    service('brooklyn', { near: { lat: 40.7, lon: -73.9, km: 20 } }),
    service('newburgh', { near: { lat: 41.6, lon: -74.0, km: 100 } }),
    service('buffalo', { near: { lat: 42.9, lon: -78.9, km: 50 } }),
    service('new-york'),
    service('both-sides', { regions: ['US-NY', 'US-NJ'], near: { lat: 40.7, lon: -74.0, km: 30 } }),
    service('country', { regions: ['national'] }),
  ],
  { tables, vocabulary, limits },
);
const ids = (place: Place | undefined, more: Partial<DirectoryQuery> = {}): string[] =>
  search(index, { country: 'US', local: 'prefer', limit: 10, ...(place ? { place } : {}), ...more }).map(
    (found) => found.resource,
  );
const state = (code: string, zip3?: string): Place => ({
  country: 'US',
  state: code,
  label: code,
  ...(zip3 === undefined ? {} : { zip3 }),
});

describe('services that serve a distance', () => {
  it('the nearest first, then those of the whole state, then the country; nothing that does not come so far', () => {
    expect(ids(state('NY', '100'))).to.deep.equal([
      'both-sides',
      'brooklyn',
      'new-york',
      'newburgh',
      'country',
    ]);
    expect(ids(state('NY', '142'))).to.deep.equal(['buffalo', 'new-york', 'country']);
  });

  it('all of the state, when only the state is known', () => {
    expect(ids(state('NY'))).to.have.members([
      'both-sides',
      'brooklyn',
      'buffalo',
      'new-york',
      'newburgh',
      'country',
    ]);
  });

  it('across the border only where it says that it serves that state too', () => {
    expect(ids(state('NJ', '070'))).to.deep.equal(['both-sides', 'country']);
  });

  it('by words, with the same reach', () => {
    expect(ids(state('NY', '142'), { words: 'rides' })).to.deep.equal(['buffalo', 'new-york', 'country']);
    expect(ids(state('NY', '142'), { words: 'brooklyn' })).to.deep.equal([]);
  });

  it('only local ones, when that was asked', () => {
    expect(ids(state('NY', '142'), { local: 'only' })).to.deep.equal(['buffalo', 'new-york']);
    expect(ids(state('WA', '981'), { local: 'only' })).to.deep.equal([]);
  });

  it('none without a place', () => {
    expect(ids(undefined)).to.deep.equal(['country']);
  });
});

describe('the index of distances', () => {
  it('finds what measuring each service finds', () => {
    const where = fc.record({
      lat: fc.double({ min: 25, max: 48, noNaN: true }),
      lon: fc.double({ min: -124, max: -67, noNaN: true }),
      km: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(where, { maxLength: 40 }), where, (services, centre) => {
        const all = services.map((near, at) => ({ at, near }));
        const found = new NearIndex(all).around(centre, (at) => at % 2 === 0).map(({ at }) => at);
        const measured = all.filter(({ at, near }) => at % 2 === 0 && bandOf(near, centre) !== null);
        expect([...found].sort((a, b) => a - b)).to.deep.equal(measured.map(({ at }) => at));
      }),
    );
  });

  it('knows places only roughly', () => {
    const centre = { lat: 40.8, lon: -74, km: 10 };
    expect(bandOf({ lat: 40.8, lon: -74, km: 5 }, centre)).to.equal(BANDS.close);
    expect(bandOf({ lat: 41.4, lon: -74, km: 60 }, centre)).to.equal(BANDS.nearby);
    expect(bandOf({ lat: 41.8, lon: -74, km: 200 }, centre)).to.equal(BANDS.far);
    expect(bandOf({ lat: 41.8, lon: -74, km: 20 }, centre)).to.equal(null);
    const { centres } = parse(readFileSync('resources/places/us-zip3.yaml', 'utf8')) as { centres: string[] };
    expect(centres.length).to.be.greaterThan(900);
    for (const line of centres) expect(line).to.match(/^\d{3} -?\d+\.\d -?\d+\.\d \d+$/);
  });
});

describe('what a search is made of', () => {
  it('several lists are one, in order, each once', () => {
    const rising = fc.uniqueArray(fc.nat(50)).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(fc.array(rising), (lists) => {
        expect([...merged(lists)]).to.deep.equal([...new Set(lists.flat())].sort((a, b) => a - b));
      }),
    );
  });

  it('the best of many are those that sorting all of them gives', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 8 }), (ranks, most) => {
        const best = new Best(most);
        for (const [at, rank] of ranks.entries()) best.add(rank, at);
        const sorted = ranks.map((rank, at) => ({ rank, at })).sort((a, b) => a.rank - b.rank || a.at - b.at);
        expect(best.inOrder()).to.deep.equal(sorted.slice(0, most).map(({ at }) => at));
      }),
    );
  });
});

describe('ZIP codes that people type', () => {
  const read = (text: string) => directory.readPlace(text, 'US');
  it('10001 and 59801 lead to a state and three digits, 00601 to Puerto Rico, 00000 to no place and no blame', () => {
    expect(read('10001')).to.deep.equal({
      kind: 'place',
      place: { country: 'US', state: 'NY', zip3: '100', label: 'New York' },
    });
    expect(read('59801')).to.deep.include({ kind: 'place' });
    expect(read('00601')).to.deep.equal({
      kind: 'place',
      place: { country: 'US', state: 'PR', zip3: '006', label: 'Puerto Rico' },
    });
    expect(read('00000')).to.deep.equal({ kind: 'unknown-code' });
  });
});
