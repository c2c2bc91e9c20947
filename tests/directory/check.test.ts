import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { runNav } from '../../bot/cli/run-nav.ts';
import { schemaFiles } from '../../bot/cli/schema.ts';
import { sharedNumbers } from '../../bot/directory/check-duplicates.ts';
import type { DirectoryCode } from '../../bot/directory/codes.ts';
import type { Resource } from '../../bot/directory/schema.ts';
import { type SmallRoot, smallRoot } from '../language/small-root.ts';
import { resources } from './loaded.ts';

interface Checked {
  ok: boolean;
  counts: { services: number | null; errors: number; warnings: number };
  diagnostics: {
    code: string;
    file: string;
    line: number;
    column: number;
    message: string;
    remedy: string;
  }[];
}

describe('nav directory check', () => {
  let at: SmallRoot;
  beforeEach(() => {
    at = smallRoot();
    cpSync('resources', join(at.root, 'resources'), { recursive: true });
  });
  afterEach(() => at.remove());
  const change = (file: string, from: string, to: string): void => {
    const path = join(at.root, 'resources', 'directory', file);
    const text = readFileSync(path, 'utf8');
    expect(text).to.contain(from);
    writeFileSync(path, text.replace(from, to));
  };
  const check = async (...more: string[]): Promise<{ code: number; checked: Checked }> => {
    at.out.length = 0;
    const code = await runNav(['directory', 'check', '--json', ...more], at.io);
    return { code, checked: JSON.parse(at.out.join('')) as Checked };
  };

  it('is content with the shipped list', async () => {
    const { code, checked } = await check();
    expect(code).to.equal(0);
    expect(checked.counts).to.include({ services: 135, errors: 0 });
    expect(checked.diagnostics.map((one) => one.code)).to.deep.equal(['DIR303', 'DIR303']);
  });

  it('shows the place, the lines and the remedy', async () => {
    change('nz.yaml', 'country: NZ', 'country: NZ\n    sms: { number: 12 34 56 78 }');
    expect(await runNav(['directory', 'check'], at.io)).to.equal(1);
    expect(at.out.join('')).to.match(
      /resources\/directory\/nz\.yaml:\d+:\d+ error DIR102 Not a number that can be dialled\n {2}resources\[nz-breast-cancer-support\]\.sms\.number: [^\n]+\n(?:[^\n]*\|[^\n]*\n){2,3}[^\n]*\^\n {2}→ Write the number/,
    );
  });

  it('finds numbers, dead ends, doubles and dates ahead, all at once and each at its line', async () => {
    const path = join(at.root, 'resources', 'directory', 'mine.yaml');
    const entry = (id: string, more: string) =>
      `  - id: ${id}\n    name: Rides ${id}\n    organisation: Friends\n    kinds: [transport]\n    audience: both\n    stage: any-cancer\n` +
      '    country: US\n    regions: [US-MT]\n    languages: [en]\n    formats: [phone]\n    cost: free\n' +
      '    eligibility: People with cancer.\n    what_to_expect: You call first.\n    confidence: high\n' +
      `    source_url: https://example.org\n    checked: '2026-11-20'\n${more}`;
    writeFileSync(
      path,
      `resources:\n${entry('one', '    phone: 1-406-555\n')}${entry('two', '')}${entry('three', '    url: https://example.org\n')}${entry('four', '    url: https://example.org\n').replace('Rides four', 'Rides THREE')}`,
    );
    const { code, checked } = await check();
    expect(code).to.equal(1);
    const lines = readFileSync(path, 'utf8').split('\n');
    const mine = checked.diagnostics.filter((one) => one.file.endsWith('mine.yaml'));
    expect(
      mine.map((one) => `${one.code} ${(lines[one.line - 1] ?? '').slice(one.column - 1)}`),
    ).to.deep.equal(['DIR102 phone: 1-406-555', 'DIR104 id: two', 'DIR106 name: Rides THREE']);
    for (const one of mine) expect(one.remedy).to.match(/\.$/);
  });

  it('tells what is due and what is hidden on a day, and that is no error', async () => {
    const { code, checked } = await check('--as-of', '2027-01-31');
    expect(code).to.equal(0);
    const codes = new Set(checked.diagnostics.map((one) => one.code));
    expect([...codes].sort()).to.deep.equal(['DIR303', 'DIR401', 'DIR402']);
    expect(await runNav(['directory', 'check', '--as-of', 'soon'], at.io)).to.equal(2);
  });

  it('a check that lies ahead is an error', async () => {
    const { code, checked } = await check('--as-of', '2026-01-01');
    expect(code).to.equal(1);
    expect(checked.diagnostics.some((one) => one.code === 'DIR107')).to.equal(true);
  });
});

describe('every code of the directory', () => {
  /** The smallest change of the shipped files that brings it up; `day` is the one on which it is looked at. */
  const EXAMPLES: Record<DirectoryCode, { file: string; from: string | RegExp; to: string; day?: string }> = {
    DIR001: { file: 'directory/nz.yaml', from: 'cost: free', to: 'cost: free: always' },
    DIR002: { file: 'directory/nz.yaml', from: 'audience: patient', to: 'audience: everyone' },
    DIR101: { file: 'directory/zz-copy.yaml', from: '', to: '' },
    DIR102: { file: 'directory/nz.yaml', from: "'0800 273 222'", to: "'0800 27'" },
    DIR103: { file: 'directory/nz.yaml', from: 'regions: [ national ]', to: 'regions: [ NZ-ZZZ ]' },
    DIR104: { file: 'directory/nz.yaml', from: /( {4}(phone|url|email): .*\n)+/, to: '' },
    DIR105: { file: 'directory/us-crisis.yaml', from: '    safety_critical: true\n', to: '' },
    DIR106: { file: 'directory/zz-copy.yaml', from: 'id: nz-breast-cancer-support', to: 'id: nz-copy' },
    DIR107: { file: 'directory/nz.yaml', from: "checked: '2026-11-20'", to: "checked: '2027-05-01'" },
    DIR201: { file: 'safety/lines.yaml', from: 'crisis: [ca-988, ca-emergency]', to: 'crisis: [ca-988]' },
    DIR202: { file: 'directory/words.yaml', from: '  your-time:', to: '  my-time:' },
    DIR301: { file: 'directory/nz.yaml', from: 'for some weeks', to: 'for a year' },
    DIR302: {
      file: 'directory/zz-copy.yaml',
      from: /id: nz-.*\n(.*)\n.*/,
      to: 'id: nz-copy\n$1\n    organisation: Example',
    },
    DIR303: {
      file: 'directory/zz-copy.yaml',
      from: /id: nz-.*\n.*([^]*?)( {4}(phone|url|email): .*\n)+/,
      to: 'id: nz-copy\n    name: Another$1    area: Hamilton\n',
    },
    DIR401: { file: 'directory/nz.yaml', from: '', to: '', day: '2027-12-01' },
    DIR402: { file: 'directory/nz.yaml', from: '', to: '', day: '2030-01-01' },
  };
  let at: SmallRoot;
  beforeEach(() => {
    at = smallRoot();
    cpSync('resources', join(at.root, 'resources'), { recursive: true });
    cpSync(join(at.root, 'resources/directory/nz.yaml'), join(at.root, 'resources/directory/zz-copy.yaml'));
  });
  afterEach(() => at.remove());

  for (const [code, { file, from, to, day }] of Object.entries(EXAMPLES)) {
    it(`${code} comes up, with what to do`, async () => {
      const path = join(at.root, 'resources', file);
      if (!file.endsWith('zz-copy.yaml')) rmSync(join(at.root, 'resources/directory/zz-copy.yaml'));
      const text = readFileSync(path, 'utf8');
      if (from !== '') expect(text.replace(from, to)).not.to.equal(text);
      writeFileSync(path, text.replace(from, to));
      await runNav(['directory', 'check', '--json', ...(day ? ['--as-of', day] : [])], at.io);
      const { diagnostics } = JSON.parse(at.out.join('')) as Checked;
      const found = diagnostics.filter((one) => one.code === code && one.file === `resources/${file}`);
      expect(found.length, JSON.stringify(diagnostics)).to.be.greaterThan(0);
      expect(found.every(({ remedy }) => /^[A-Z].*[.?]$/.test(remedy))).to.equal(true);
    });
  }
});

describe('one number under two organisations', () => {
  const with_ = (id: string, organisation: string): { file: string; resource: Resource } => {
    const resource = resources.get('komen-breast-care-helpline') as Resource;
    return { file: 'x.yaml', resource: { ...resource, id, organisation } };
  };
  it('may be a slip; one organisation may have it as often as it likes', () => {
    expect(sharedNumbers([with_('a', 'Komen'), with_('b', 'Komen and others')])).to.deep.equal([]);
    const told = sharedNumbers([with_('a', 'Komen'), with_('b', 'Example Friends')]);
    expect(told.map(({ code, path }) => `${code} ${path}`)).to.deep.equal(['DIR302 resources[b].phone']);
  });
});

describe('the schema for editors', () => {
  it('is current, and is named at the top of every list', () => {
    const path = 'resources/directory/service.schema.json';
    expect(readFileSync(path, 'utf8')).to.equal(schemaFiles().get(path));
    expect(readFileSync('resources/directory/us-states.yaml', 'utf8').split('\n')[0]).to.contain(
      '$schema=service.schema.json',
    );
  });
});
