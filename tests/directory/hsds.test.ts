import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { publishedCheck } from '../../bot/cli/directory/published-schema.ts';
import { fromHsds } from '../../bot/directory/hsds/from-hsds.ts';
import { hsdsServiceSchema } from '../../bot/directory/hsds/service.ts';
import { toHsds } from '../../bot/directory/hsds/to-hsds.ts';
import { resourceSchema } from '../../bot/directory/schema.ts';
import type { Resource } from '../../bot/directory/schema.ts';
import { loaded, resources } from './loaded.ts';

const context = { tables: loaded.tables, kindOf: loaded.kindOf, defaults: {} };
const all = [...resources.values()];
/** As it comes back from a file. */
const asText = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;
const back = (service: unknown, defaults: Record<string, unknown> = {}) =>
  fromHsds(hsdsServiceSchema.parse(asText(service)), { ...context, defaults });
const [first] = all;
if (first === undefined) throw new Error('the list is empty');

/** Every field in use at once, which no single service of ours has. */
const full: Resource = resourceSchema.parse({
  ...first,
  id: 'everything-at-once',
  kinds: ['peer-led-group', 'transport'],
  facilitation: 'both',
  regions: ['US-NY', 'US-NJ'],
  counties: ['Kings', 'Hudson'],
  area: 'New York harbour',
  near: { lat: 40.7, lon: -74, km: 35 },
  place: { city: 'Brooklyn', state: 'NY', postcode: '11201', address: '1 Example Street' },
  sms: { number: '741741', keyword: 'HOLA' },
  email: 'help@example.org',
  hours: {
    text: 'Mon and Wed 9 to 5',
    tz: 'America/New_York',
    open: [{ days: ['mon', 'wed'], from: '09:00', to: '17:00' }],
  },
  status: { state: 'paused', as_of: '2026-10' },
  owner: 'money-team',
  notes: 'For staff.',
});

describe('services in HSDS 3.0', () => {
  it('come back as they were, every one, with nothing assumed', () => {
    for (const resource of [...all, full]) {
      const draft = back(toHsds(resource));
      expect(draft.notes, resource.id).to.deep.equal([]);
      expect(resourceSchema.parse(draft.value), resource.id).to.deep.equal(resource);
    }
  });

  it('come back as they were also when they are hidden, unsure, or open day and night', () => {
    for (const state of ['paused', 'unsure', 'ended'] as const) {
      const resource: Resource = { ...full, status: { state, as_of: null } };
      expect(resourceSchema.parse(back(toHsds(resource)).value)).to.deep.equal(resource);
    }
    const always: Resource = { ...full, hours: { text: '24/7', tz: null, open: null, always_open: true } };
    expect(resourceSchema.parse(back(toHsds(always)).value)).to.deep.equal(always);
  });

  it('fit the published schema, where it is at hand; where not, that is said', async () => {
    const dir = process.env['SCHEMAS_DIR'];
    const check = await publishedCheck([...all, full].map(toHsds), dir);
    if (dir === undefined) expect(check).to.deep.equal({ ran: false, why: 'SCHEMAS_DIR is not set' });
    else expect(check).to.deep.equal({ ran: true, errors: [] });
    const nowhere = await publishedCheck([], join('resources', 'nowhere'));
    expect(nowhere).to.deep.equal({ ran: false, why: 'SCHEMAS_DIR has no hsds-3.0/compiled/service.json' });
  });

  it('a correction made elsewhere comes through, whatever our own part says', () => {
    const service = toHsds(full);
    const draft = back({
      ...service,
      name: 'A new name',
      assured_date: '2026-11-25',
      fees_description: 'ten dollars',
      phones: [{ ...service.phones[0], number: '1-406-555-0199' }],
      status: 'defunct',
    });
    expect(resourceSchema.parse(draft.value)).to.deep.include({
      id: full.id,
      name: 'A new name',
      checked: '2026-11-25',
      cost: 'ten dollars',
      phone: '1-406-555-0199',
      sms: null,
      status: { state: 'ended', as_of: null },
    });
  });

  it('the same list has the same ids each time', () => {
    expect(all.map((one) => toHsds(one).id)).to.deep.equal(all.map((one) => toHsds(one).id));
    expect(new Set(all.map((one) => toHsds(one).id)).size).to.equal(all.length);
  });
});

describe('services of another list', () => {
  const theirs = {
    id: 'ac148810-d857-441c-9679-408f346de14b',
    name: 'Community Rides',
    status: 'active',
    description: '<p>Call two days ahead.</p>  A driver comes.',
    assured_date: '2026-11-01T08:00:00Z',
    organization: { name: 'Example Friends', website: 'https://example.org' },
    phones: [{ number: '"+1 406 555 0123"', type: 'voice' }],
    service_areas: [{ name: 'Montana' }, { name: 'Missoula County' }],
    attributes: [{ taxonomy_term: { code: 'BT-4500', name: 'Transport' } }],
    schedules: [
      { freq: 'MONTHLY', byday: '2TU', opens_at: '18:00', closes_at: '19:30', timezone: -7 },
      { freq: 'WEEKLY', byday: 'MO', opens_at: '09:00:00', closes_at: '12:00-07:00' },
    ],
  };

  it('are read as far as they go, and what is assumed is said', () => {
    const { value, notes } = back(theirs, { country: 'US' });
    expect(resourceSchema.parse(value)).to.deep.include({
      id: 'community-rides-ac148810',
      kinds: ['transport'],
      stage: 'any-cancer',
      regions: ['US-MT'],
      counties: ['Missoula'],
      phone: '+1 406 555 0123',
      formats: ['phone'],
      what_to_expect: 'Call two days ahead. A driver comes.',
      checked: '2026-11-01',
      source_url: 'https://example.org',
    });
    expect(notes).to.include('the stage is not said: any-cancer was taken');
    expect(notes).to.include('the cost is not said: "ask them"');
  });

  it('hours that are not weekly, or have only an offset for a zone, are words and nothing is computed from them', () => {
    const { value } = back(theirs, { country: 'US' });
    expect(value['hours']).to.deep.equal({
      text: 'every month 2TU 18:00-19:30; every week MO 09:00-12:00',
      tz: null,
      open: null,
      always_open: false,
    });
  });

  it('are not kept on trust: no check, no place and no kind is made up', () => {
    const { value } = back({ ...theirs, assured_date: null, service_areas: [], attributes: [] });
    const result = resourceSchema.safeParse(value);
    const missing = result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'));
    expect(missing).to.include.members(['kinds', 'country', 'regions', 'checked']);
  });

  it('the example of the specification is read, where it is at hand, and misses only what it does not say', () => {
    const dir = process.env['SCHEMAS_DIR'];
    const example: unknown =
      dir === undefined
        ? theirs
        : JSON.parse(readFileSync(join(dir, 'hsds-3.0', 'examples', 'service_full.json'), 'utf8'));
    const { value } = back(example, {
      country: 'UK',
      kinds: ['counselling'],
      regions: ['national'],
      phone: null,
    });
    expect(value['organisation']).to.match(/^Example/);
  });
});
