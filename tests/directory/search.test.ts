import { expect } from 'chai';
import * as fc from 'fast-check';
import { COUNTRIES } from '../../bot/domain/locale.ts';
import type { Country } from '../../bot/domain/locale.ts';
import type { Place } from '../../bot/domain/place.ts';
import { FORMATS, KINDS, STAGES } from '../../bot/directory/schema.ts';
import type { DirectoryQuery } from '../../bot/directory/types.ts';
import { directory, resources } from './loaded.ts';

const place = (state: string, label: string, country: Country = 'US'): Place => ({ country, state, label });
const montana = place('MT', 'Montana');
const find = (query: Partial<DirectoryQuery>): string[] =>
  directory.search({ country: 'US', limit: 5, ...query }).map((found) => found.resource);

describe('services that are found', () => {
  it('a ride in Montana: the flights of the western states first, and why', () => {
    const found = directory.search({
      country: 'US',
      place: montana,
      kinds: ['transport'],
      local: 'prefer',
      limit: 3,
    });
    expect(found[0]).to.deep.equal({
      resource: 'angel-flight-west',
      reasons: [{ kind: 'in-place', place: 'Montana' }],
    });
    expect(found[1]?.reasons.at(-1)).to.deep.equal({ kind: 'national' });
  });

  it('only local ones when that was asked, and none when there are none', () => {
    expect(find({ place: montana, local: 'only' })).to.deep.equal(['angel-flight-west']);
    expect(find({ place: place('ND', 'North Dakota'), local: 'only' })).to.deep.equal([]);
    expect(find({ local: 'only' })).to.deep.equal([]);
  });

  it('state travel money in Australia is found everywhere, since every state has it', () => {
    expect(find({ country: 'AU', kinds: ['transport'] })).to.include('au-patient-travel-schemes');
    expect(
      find({ country: 'AU', kinds: ['transport'], place: place('TAS', 'Tasmania', 'AU'), local: 'only' }),
    ).to.include('au-patient-travel-schemes');
  });

  it('what is only for metastatic breast cancer comes first', () => {
    const [first] = find({ kinds: ['peer-led-group', 'online-community'], audience: 'patient' });
    expect(resources.get(first ?? '')?.stage).to.equal('mbc-specific');
  });

  it('in the order of the stages that were asked for, and no other stage', () => {
    const stages = find({ kinds: ['helpline'], stages: ['any-cancer'], limit: 20 }).map(
      (id) => resources.get(id)?.stage,
    );
    expect(new Set(stages)).to.deep.equal(new Set(['any-cancer']));
  });

  it('for a caregiver: what is there for caregivers first', () => {
    const found = directory.search({
      country: 'US',
      kinds: ['caregiver-support'],
      audience: 'caregiver',
      stages: ['any-cancer'],
      limit: 2,
    });
    expect(found.map((one) => resources.get(one.resource)?.audience)).to.deep.equal([
      'caregiver',
      'caregiver',
    ]);
    expect(found[0]?.reasons).to.deep.include({ kind: 'caregivers' });
  });

  it('a crisis line is no answer to an ordinary search', () => {
    expect(find({ words: 'suicide crisis', limit: 20 })).not.to.include('lifeline-988');
    expect(find({ country: 'AU', limit: 50 })).not.to.include('au-lifeline');
    expect(find({ kinds: ['crisis-line'] })).to.include('lifeline-988');
  });

  it('a service that takes nobody new comes last', () => {
    const trials = find({ kinds: ['clinical-trial-finder'], limit: 20 });
    expect(trials.at(-1)).to.equal('lazarex');
  });

  it('not three of one organisation while there are others', () => {
    const acs = find({ kinds: ['transport', 'lodging', 'helpline', 'palliative-hospice'], limit: 6 });
    const organisations = acs.map((id) => resources.get(id)?.organisation);
    for (const name of organisations)
      expect(organisations.filter((other) => other === name).length).to.be.at.most(2);
  });

  it('"no groups" leaves out what is only a group, and keeps what is more', () => {
    const without = ['professionally-led-group', 'peer-led-group'];
    const found = find({ without, limit: 50 });
    expect(found).not.to.include('metavivor-peer-groups');
    expect(found).to.include('share-helpline');
  });

  it('by a way that works, written either way', () => {
    expect(find({ formats: ['in_person'], limit: 50 })).to.deep.equal(
      find({ formats: ['in-person'], limit: 50 }),
    );
    const [first] = directory.search({ country: 'US', formats: ['video'], limit: 1 });
    expect(first?.reasons).to.deep.include({ kind: 'format', format: 'video' });
  });

  it('on an island far away or in the forces: nothing that needs a trip to the mainland', () => {
    const abroad = place('AE', 'Armed Forces Europe');
    expect(find({ place: abroad, kinds: ['lodging'], limit: 50 })).not.to.include('acs-hope-lodge');
    expect(find({ place: montana, kinds: ['lodging'], limit: 50 })).to.include('acs-hope-lodge');
    expect(find({ place: abroad, kinds: ['helpline'], limit: 50 })).to.include('acs-helpline');
  });

  describe('by words', () => {
    const cases: [words: string, expected: string][] = [
      ['gas cards', 'mi-friends-together'],
      ['Nueva Vida', 'dc-nueva-vida'],
      ['Komen', 'komen-breast-care-helpline'],
      ['rent', 'komen-financial-assistance'],
      ['renta', 'komen-financial-assistance'],
      ['single mothers', 'infinite-strength'],
      ['wig', 'az-check-for-a-lump'],
      ['peluca', 'az-check-for-a-lump'],
      ['LGBTQ', 'lgbt-cancer-network'],
      ['men', 'male-breast-cancer-coalition'],
      ['Seattle', 'wa-cancer-lifeline'],
      ['abogado', 'cancer-legal-resource-center'],
      ['hospise', 'palliatlas'],
      ['METAVIVOR', 'metavivor-peer-groups'],
    ];
    for (const [words, expected] of cases) {
      it(`"${words}" finds ${expected}`, () => {
        expect(find({ words, limit: 12 })).to.include(expected);
      });
    }

    it('nothing for words that nobody has', () => {
      expect(find({ words: 'xyzzy plugh' })).to.deep.equal([]);
    });

    it("never in another state than the person's", () => {
      expect(find({ words: 'Seattle', place: montana, limit: 50 })).not.to.include('wa-cancer-lifeline');
    });
  });
});

/** What someone may ask, at random. */
const query: fc.Arbitrary<DirectoryQuery> = fc.record(
  {
    country: fc.constantFrom(...COUNTRIES),
    place: fc
      .record({
        country: fc.constantFrom(...COUNTRIES),
        state: fc.constantFrom(
          'MT',
          'CA',
          'NY',
          'MA',
          'OH',
          'DC',
          'NSW',
          'QLD',
          'VIC',
          'ON',
          'NS',
          'PR',
          'AE',
          'XX',
        ),
      })
      .map((where) => ({ ...where, label: where.state })),
    kinds: fc.subarray([...KINDS]),
    without: fc.subarray([...KINDS]),
    stages: fc.shuffledSubarray([...STAGES], { minLength: 1 }),
    formats: fc.subarray([...FORMATS]),
    audience: fc.constantFrom('patient' as const, 'caregiver' as const),
    words: fc.constantFrom('', 'ride', 'money for rent', 'grupo', 'xyz', 'the', 'cancer', 'Los Angeles'),
    local: fc.constantFrom('prefer' as const, 'only' as const),
    limit: fc.integer({ min: -1, max: 60 }),
  },
  { requiredKeys: ['country', 'limit'] },
);

describe('whatever is asked', () => {
  it('never a service of another state, never one twice, never more than asked, the same again', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const found = directory.search(asked);
        expect(found.length).to.be.at.most(Math.max(0, asked.limit));
        expect(new Set(found.map((one) => one.resource)).size).to.equal(found.length);
        expect(directory.search(asked)).to.deep.equal(found);
        for (const { resource: id } of found) {
          const resource = resources.get(id);
          expect(resource, id).not.to.equal(undefined);
          if (resource === undefined) continue;
          const here = asked.place?.country === asked.country ? asked.place : undefined;
          const everywhere =
            resource.regions.includes('international') ||
            resource.regions.includes(asked.country) ||
            (resource.regions.includes('national') && resource.country === asked.country) ||
            id === 'au-patient-travel-schemes';
          const ofThePlace = here !== undefined && resource.regions.includes(`${here.country}-${here.state}`);
          const byName = here === undefined && Boolean(asked.words?.trim());
          expect(everywhere || ofThePlace || byName, `${id} for ${JSON.stringify(asked)}`).to.equal(true);
          if (asked.local === 'only') expect(ofThePlace).to.equal(true);
          if (asked.audience) expect(['both', asked.audience]).to.include(resource.audience);
          if (asked.stages) expect(asked.stages).to.include(resource.stage);
          if (asked.formats?.length) {
            expect(resource.formats.some((format) => asked.formats?.includes(format))).to.equal(true);
          }
          if (asked.kinds?.length) {
            expect(resource.kinds.some((kind) => asked.kinds?.includes(kind))).to.equal(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});
