import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import * as fc from 'fast-check';
import { jsonElements } from '../../bot/cli/directory/json-elements.ts';
import { runNav } from '../../bot/cli/run-nav.ts';
import type { RowReport } from '../../bot/directory/intake/intake.ts';
import { loadDirectory } from '../../bot/directory/load.ts';
import { type SmallRoot, smallRoot } from '../language/small-root.ts';
import { resources } from './loaded.ts';

const HEADER =
  'Name,Organisation,Kinds,Audience,Stage,Country,Regions,Languages,Formats,Phone,Cost,Eligibility,What to expect,Source URL,Checked';
const row = (name: string, phone = '1-406-555-0123', kinds = 'transport; lodging') =>
  `${name},Example Friends,${kinds},both,any-cancer,US,US-MT,en,phone,${phone},free,People with cancer.,You call first.,https://example.org/rides,2026-11-20`;

interface Told {
  ok: boolean;
  read: number;
  kept: number;
  rejected: number;
  rows: RowReport[];
}

describe('taking services in from other lists', () => {
  let at: SmallRoot;
  beforeEach(() => {
    at = smallRoot();
    cpSync('resources', join(at.root, 'resources'), { recursive: true });
  });
  afterEach(() => at.remove());
  const told = (): Told => JSON.parse(at.out.join('')) as Told;

  it('a spreadsheet: good rows are kept, bad ones told with their line and reason', async () => {
    const lines = [
      HEADER,
      row('Rides'),
      'too,short',
      row('Two lines', '1-406-555-0125').replace('You call first.', '"You call,\nthen wait."'),
      row('Wrong number', '1-406-555'),
      row('Wrong kind', '1-406-555-0126', 'transprt'),
      row('Rides'),
      row('Last', '1-406-555-0127'),
    ];
    at.write('list.csv', `\uFEFF${lines.join('\r\n')}\r\n`);
    expect(await runNav(['directory', 'import', 'list.csv', '--out', 'kept.yaml', '--json'], at.io)).to.equal(
      1,
    );
    const report = told();
    expect(report.rows.map(({ line, kept }) => `${line} ${kept}`)).to.have.members([
      '2 true',
      '3 false',
      '4 true',
      '6 false',
      '7 false',
      '8 false',
      '9 true',
    ]);
    const reasons = new Map(report.rows.map(({ line, reasons: why }) => [line, why.join(' ')]));
    expect(reasons.get(3)).to.contain('more or fewer cells');
    expect(reasons.get(6)).to.contain('phone: not a phone number of US');
    expect(reasons.get(7)).to.contain('Did you mean `transport`?');
    expect(reasons.get(8)).to.contain('the same service stands in line 2');
    expect(report).to.include({ ok: false, read: 7, kept: 3, rejected: 4 });

    cpSync(join(at.root, 'kept.yaml'), join(at.root, 'resources', 'directory', 'kept.yaml'));
    const load = loadDirectory(join(at.root, 'resources'));
    expect(load.ok && load.loaded.resources.get('example-friends-rides-us-mt')?.kinds).to.deep.equal([
      'transport',
      'lodging',
    ]);
  });

  it('a long list, with word of how far it is; of the good rows only the number is told', async () => {
    const lines = Array.from({ length: 6000 }, (_, n) =>
      row(`Rides ${n}`, n === 4711 ? '12' : '1-406-555-0123'),
    );
    at.write('long.csv', [HEADER, ...lines].join('\n'));
    expect(await runNav(['directory', 'import', 'long.csv', '--out', 'long.json'], at.io)).to.equal(1);
    expect(at.err.join('')).to.equal('5,000 rows read, 4,999 kept, 1 rejected …\n');
    expect(at.out.join(''))
      .to.contain('long.csv:4713 rejected')
      .and.contain('6,000 rows read, 5,999 kept, 1 rejected');
    const kept = JSON.parse(readFileSync(join(at.root, 'long.json'), 'utf8')) as { resources: unknown[] };
    expect(kept.resources.length).to.equal(5999);
  });

  it('a spreadsheet saved with semicolons or tabs, lists in quotes, decimals with a comma', async () => {
    for (const separator of [';', '\t']) {
      const cells = row('Viajes, también de noche', '1-406-555-0123', 'KINDS').split(',');
      // The name has a comma of its own, which parts nothing here.
      const [first = '', second = '', ...others] = cells;
      const line = [`${first},${second}`, ...others, '46,9', '-114', '80']
        .join(separator)
        .replace('KINDS', '"transport; lodging"');
      const header = [...HEADER.split(','), 'lat', 'lon', 'km'].join(separator);
      at.out.length = 0;
      at.write('list.csv', `\uFEFF${header}\r\n${line}\r\n`);
      expect(
        await runNav(['directory', 'import', 'list.csv', '--out', 'kept.json', '--json'], at.io),
      ).to.equal(0);
      expect(told()).to.include({ read: 1, kept: 1 });
      const [kept] = JSON.parse(readFileSync(join(at.root, 'kept.json'), 'utf8')).resources;
      expect(kept).to.deep.include({
        name: 'Viajes, también de noche',
        kinds: ['transport', 'lodging'],
        near: { lat: 46.9, lon: -114, km: 80 },
      });
    }
  });

  it('a spreadsheet with names where we have codes, as people write them', async () => {
    const named = row('Rides', '1-406-555-0123', 'Transport')
      .replace(',US-MT,', ',Montana; US-WY,')
      .replace(',en,', ',English; spanish,');
    at.write('list.csv', `${HEADER}\n${named}\n`);
    const code = await runNav(['directory', 'import', 'list.csv', '--out', 'kept.json', '--json'], at.io);
    expect(code, at.out.join('')).to.equal(0);
    const kept = JSON.parse(readFileSync(join(at.root, 'kept.json'), 'utf8')) as { resources: unknown[] };
    expect(kept.resources[0]).to.deep.include({
      kinds: ['transport'],
      regions: ['US-MT', 'US-WY'],
      languages: ['en', 'es'],
    });
  });

  it('a row is told once, in plain words, however much is wrong with it', async () => {
    const lines = [
      `${HEADER},km,lat,MBC named`,
      `${row('Quotes').replace('You call first.', 'You "call" a "friend".')},,,`,
      `${row('Far')},ten,46.9,maybe`,
    ];
    at.write('list.csv', lines.join('\n'));
    expect(await runNav(['directory', 'import', 'list.csv', '--json'], at.io)).to.equal(1);
    const { read, rows } = told();
    expect(read).to.equal(2);
    const reasons = new Map(rows.map(({ line, reasons: why }) => [line, why]));
    expect(reasons.get(2)?.join()).to.match(/stands inside a cell/);
    expect(reasons.get(3)).to.have.members([
      '`km` must be a number, not text.',
      'near.lon: is missing',
      '`mbc_named` must be true or false, not text.',
    ]);
  });

  it('letters in another encoding are told, and never kept as they are not', async () => {
    const path = join(at.root, 'list.csv');
    writeFileSync(path, `${HEADER}\n${row('Años')}\n${row('Rides')}\n`, 'latin1');
    expect(await runNav(['directory', 'import', 'list.csv', '--json'], at.io)).to.equal(1);
    const { kept, rows } = told();
    expect(kept).to.equal(1);
    expect(rows[0]).to.deep.include({ line: 2, kept: false });
    expect(rows[0]?.reasons.join()).to.contain('CSV UTF-8');
  });

  it('a list without rows, and a file that cannot be written, are told', async () => {
    at.write('list.csv', `${HEADER}\n`);
    expect(await runNav(['directory', 'import', 'list.csv', '--json'], at.io)).to.equal(1);
    expect(told()).to.include({ ok: false, read: 0 });
    for (const [action, option] of [
      ['import list.csv', '--out'],
      ['import list.csv', '--report'],
      ['export', '--out'],
    ] as const) {
      at.err.length = 0;
      const args = ['directory', ...action.split(' '), option, 'not-there/list.json'];
      expect(await runNav(args, at.io)).to.equal(2);
      expect(at.err.join('')).to.match(/^not-there\/list.json cannot be written. Is its folder there/);
    }
  });

  it('a header that lacks a column is told at once, unless a default is given', async () => {
    at.write('list.csv', 'name,colour\nRides,blue\n');
    expect(await runNav(['directory', 'import', 'list.csv'], at.io)).to.equal(2);
    expect(at.err.join(''))
      .to.contain('These columns are missing: organisation, kinds')
      .and.contain('not known: colour');
    const short = HEADER.replace(',Country', '').replace(',Checked', '');
    const cells = row('Rides').replace(',US,', ',').replace(',2026-11-20', '');
    at.write('short.csv', `${short}\n${cells}\n`);
    const defaults = ['--default', 'country=US', '--default', 'checked=2026-11-19'];
    expect(await runNav(['directory', 'import', 'short.csv', '--json', ...defaults], at.io)).to.equal(0);
    expect(told()).to.include({ read: 1, kept: 1 });
  });

  it('a folder of HSDS tables', async () => {
    const folder = join(at.root, 'tables');
    mkdirSync(folder);
    const table = (name: string, text: string) => writeFileSync(join(folder, `${name}.csv`), text);
    table('organizations', 'id,name,website\no1,Example Friends,https://example.org\n');
    table(
      'services',
      'id,organization_id,name,description,status,assured_date,eligibility_description,fees_description\n' +
        '11111111-aaaa,o1,Rides,You call first.,active,2026-11-20,People with cancer.,free\n' +
        '22222222-bbbb,o1,No phone,You call first.,active,2026-11-20,People with cancer.,free\n',
    );
    table(
      'phones',
      'id,service_id,number,type\np1,11111111-aaaa,(406) 555-0123,voice\np2,22222222-bbbb,555,voice\n',
    );
    table('service_areas', 'id,service_id,name\na1,11111111-aaaa,Montana\na2,22222222-bbbb,Atlantis\n');
    table('attributes', 'id,link_id,taxonomy_term_id\nt1,11111111-aaaa,k1\nt2,22222222-bbbb,k1\n');
    table('taxonomy_terms', 'id,code,name\nk1,x,Transport\n');
    const args = [
      'directory',
      'import',
      'tables',
      '--default',
      'country=US',
      '--json',
      '--report',
      'rows.jsonl',
    ];
    expect(await runNav(args, at.io)).to.equal(1);
    const { rows } = told();
    expect(rows.map(({ line, id, kept }) => ({ line, id, kept }))).to.deep.equal([
      { line: 2, id: 'rides-11111111', kept: true },
      { line: 3, id: 'no-phone-22222222', kept: false },
    ]);
    expect(rows[1]?.reasons).to.deep.equal(['regions: is missing']);
  });

  it('our own export: taking it in, giving it out and taking it in again changes nothing', async () => {
    expect(await runNav(['directory', 'export', '--out', 'one.json'], at.io)).to.equal(0);
    expect(await runNav(['directory', 'import', 'one.json', '--out', 'kept.json'], at.io)).to.equal(0);
    // The taken-in list in the place of the shipped files.
    const other = smallRoot();
    cpSync(join(at.root, 'resources'), join(other.root, 'resources'), {
      recursive: true,
      filter: (path) => !/directory\/[a-z-]+\.yaml$/.test(path) || /(words|freshness)\.yaml$/.test(path),
    });
    cpSync(join(at.root, 'kept.json'), join(other.root, 'resources', 'directory', 'kept.json'));
    const load = loadDirectory(join(other.root, 'resources'));
    if (!load.ok) throw new Error(JSON.stringify(load.problems));
    expect([...load.loaded.resources.values()]).to.deep.equal([...resources.values()]);
    expect(await runNav(['directory', 'export', '--out', 'two.json'], other.io)).to.equal(0);
    expect(readFileSync(join(other.root, 'two.json'), 'utf8')).to.equal(
      readFileSync(join(at.root, 'one.json'), 'utf8'),
    );
    other.remove();
  });

  it('one JSON value and nothing else; without --out, the list itself', async () => {
    expect(await runNav(['directory', 'export', '--out', 'one.json', '--json'], at.io)).to.equal(0);
    expect(JSON.parse(at.out.join(''))).to.deep.include({ ok: true, services: 135 });
    at.out.length = 0;
    expect(await runNav(['directory', 'export'], at.io)).to.equal(0);
    expect(JSON.parse(at.out.join(''))).to.have.length(135);
  });

  it('what is not a list is told, and so is an action that there is not', async () => {
    at.write('list.txt', 'x');
    expect(await runNav(['directory', 'import', 'list.txt'], at.io)).to.equal(2);
    expect(await runNav(['directory', 'import', 'nowhere.csv'], at.io)).to.equal(2);
    expect(await runNav(['directory', 'imprt'], at.io)).to.equal(2);
    expect(at.err.join('')).to.contain('There is no such file').and.contain('Did you mean import?');
  });
});

describe('a JSON list, cut into its elements', () => {
  const elements = async (chunks: string[]) => {
    const found: { line: number; text: string }[] = [];
    for await (const element of jsonElements(chunks)) found.push(element);
    return found;
  };
  const chunked = (text: string, size: number): string[] =>
    text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];

  it('is the same as reading it whole, wherever the chunks end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        fc.boolean(),
        async (list, size, page, indent) => {
          const text = JSON.stringify(
            page ? { total: 1, 'x"[': ['a'], contents: list } : list,
            null,
            indent ? 2 : 0,
          );
          const found = (await elements(chunked(text, size))).map((one) => JSON.parse(one.text) as unknown);
          expect(found).to.deep.equal(JSON.parse(JSON.stringify(list)));
        },
      ),
    );
  });

  it('names the line of each, and a broken one costs only itself', async () => {
    const found = await elements(['[\n{"a": 1},\n{"b": oops},\n\n{"c": "]}\\""}]\n']);
    expect(found.map(({ line, text }) => `${line} ${text}`)).to.deep.equal([
      '2 {"a": 1}',
      '3 {"b": oops}',
      '5 {"c": "]}\\""}',
    ]);
  });

  it('a single object is one element; nothing is none', async () => {
    expect((await elements(['\n{ "a": ', '[1, 2] }'])).map(({ line }) => line)).to.deep.equal([2]);
    expect(await elements([])).to.deep.equal([]);
  });
});
