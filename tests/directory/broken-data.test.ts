import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { DIRECTORY_CODES } from '../../bot/directory/codes.ts';
import { loadDirectory } from '../../bot/directory/load.ts';

describe('mistakes in the data', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'directory-'));
    for (const folder of ['directory', 'places', 'safety', 'helplines']) {
      cpSync(join('resources', folder), join(root, folder), { recursive: true });
    }
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const change = (file: string, from: string | RegExp, to: string): void => {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(from, to);
    expect(changed, `${file} has ${String(from)}`).not.to.equal(text);
    writeFileSync(path, changed);
  };
  const problems = (): string[] => {
    const load = loadDirectory(root);
    return load.ok ? [] : load.problems.map(({ file, path, message }) => `${file} ${path}: ${message}`);
  };

  const remedies = (): (string | undefined)[] => {
    const load = loadDirectory(root);
    return load.ok ? [] : load.problems.map(({ remedy }) => remedy);
  };

  it('are all told at once, each with its file and field', () => {
    change('directory/us-helplines.yaml', "phone: '1-877-465-6636'", "phone: '1-877-GO-KOMEN'");
    change('directory/uk.yaml', 'regions: [ national ]', 'regions: [ UK-XXX ]');
    change('directory/nz.yaml', 'stage: any-stage', 'stage: anything');
    change('safety/lines.yaml', 'night: [ca-988, ca-nurse]', 'night: [ca-988, ca-cancer]');
    change('directory/words.yaml', '  your-time:', '  my-time:');
    const found = problems();
    expect(found.join('\n')).to.contain(
      'directory/us-helplines.yaml resources[komen-breast-care-helpline].phone',
    );
    expect(found.join('\n')).to.contain('directory/uk.yaml resources[uk-breast-cancer-now-helpline].regions');
    expect(found.join('\n')).to.contain('directory/nz.yaml resources[nz-breast-cancer-support].stage');
    expect(found.join('\n')).to.contain('ca-cancer does not answer day and night');
    expect(found.join('\n')).to.contain('words.your-time: this sentence is missing');
    expect(found.join('\n')).to.contain('words.my-time: nothing uses this sentence');
    expect(found.length).to.equal(6);
  });

  it('name the line of the file', () => {
    change('directory/nz.yaml', 'stage: any-stage', 'stage: anything');
    const load = loadDirectory(root);
    const text = readFileSync(join(root, 'directory/nz.yaml'), 'utf8').split('\n');
    const [problem] = load.ok ? [] : load.problems;
    expect(text[(problem?.line ?? 0) - 1]).to.contain('stage: anything');
  });

  const slips: [what: string, from: string, to: string, told: string, remedy: RegExp][] = [
    ['a word with a slip', 'audience: patient', 'audience: pateint', 'none of the values', /mean `patient`/],
    ['a field with a slip', 'stage: any-stage', 'stge: any-stage', 'no key `stge`', /mean `stage`/],
    ['a day that is none', "checked: '2026-11-20'", "checked: '2026-02-31'", 'a day that there is', /./],
    ['a month that is none', "checked: '2026-11-20'", "checked: '2026-13-01'", 'a day that there is', /./],
    [
      'yes for true',
      'stage: any-stage',
      'mbc_named: yes\n    stage: any-stage',
      'must be true or false',
      /./,
    ],
    ['a colon in a text', 'cost: free', 'cost: free: always', 'There is a colon', /double quotes/],
    ['a tab', '    audience:', '\taudience:', 'A tab is used', /Use spaces/],
    ['a line out of place', '    audience:', '   audience:', 'not in the same column', /same column/],
  ];
  for (const [what, from, to, told, remedy] of slips) {
    it(`${what} is told in plain words, with what to do`, () => {
      change('directory/nz.yaml', from, to);
      const load = loadDirectory(root);
      const [first] = load.ok ? [] : load.problems;
      expect(first?.message).to.contain(told);
      expect(first?.remedy ?? DIRECTORY_CODES[first?.code ?? 'DIR202'].remedy).to.match(remedy);
      expect(first?.line).to.be.greaterThan(1);
    });
  }

  it('an empty file', () => {
    writeFileSync(join(root, 'directory/nz.yaml'), '# nothing yet\n');
    expect(problems()).to.include('directory/nz.yaml : The file is empty.');
  });

  it('an id used twice', () => {
    writeFileSync(join(root, 'directory/copy.yaml'), readFileSync(join(root, 'directory/nz.yaml')));
    expect(problems()).to.deep.equal([
      'directory/nz.yaml resources[nz-breast-cancer-support].id: this id is already used in directory/copy.yaml',
    ]);
  });

  const unsafe: [what: string, from: string, to: string, message: string][] = [
    [
      'an unconfirmed number that was filled in',
      "phone: 0800 543 354\n    sms: { number: '4357', keyword: { en: HELP } }\n    hours: null",
      "phone: 0800 543 354\n    sms: { number: '4357', keyword: { en: HELP } }\n    hours: *always",
      'it is unconfirmed',
    ],
    [
      'a line that may not be shown at all',
      'ca-abuse-qc, ca-abuse-bc',
      'ca-abuse-qc, ca-abuse-ab',
      'may not be shown',
    ],
    [
      'a line of low confidence',
      'night: [us-cancer-24h, us-988',
      'night: [us-nurse, us-988',
      'low confidence',
    ],
    [
      'a crisis list without the emergency number',
      'crisis: [ca-988, ca-emergency]',
      'crisis: [ca-988]',
      'the emergency number must be in this list',
    ],
    [
      'five lines for a frightened person',
      'crisis: [au-lifeline,',
      'crisis: [au-beyond-blue, au-lifeline,',
      'four lines are the most',
    ],
    [
      'a line of another country',
      'emergency: [nz-emergency]',
      'emergency: [uk-emergency]',
      'uk-emergency is a line of UK',
    ],
    ['a number with a slip', "phone: '1737'", "phone: '17 37 x'", 'not a phone number of NZ'],
  ];
  for (const [what, from, to, message] of unsafe) {
    it(what, () => {
      change('safety/lines.yaml', from, to);
      expect(problems().join('\n')).to.contain(message);
    });
  }

  it('Spanish that is older than its English is not shown, and someone is told', () => {
    change('directory/nz.yaml', 'keeps in touch by phone or video for some weeks', 'rings you once');
    const load = loadDirectory(root);
    expect(load.ok).to.equal(true);
    expect(load.notices.map((notice) => notice.path)).to.deep.equal([
      'resources[nz-breast-cancer-support].es.of',
    ]);
    const view =
      load.ok && load.loaded.views.resource('nz-breast-cancer-support', [], { language: 'es', now: 0 });
    expect(view && view.whatToExpect).to.contain('rings you once');
    expect(view && view.cautions).to.include('Esta descripción está solo en inglés.');
  });

  it('a service that has ended is kept for plans, and offered to nobody', () => {
    change('directory/nz.yaml', 'confidence: high', 'confidence: high\n    status: { state: ended }');
    const load = loadDirectory(root);
    if (!load.ok) throw new Error('it should load');
    const { directory } = load.loaded;
    expect(directory.has('nz-breast-cancer-support')).to.equal(true);
    const found = directory.search({ country: 'NZ', words: 'buddy', limit: 20 }).map((one) => one.resource);
    expect(found).not.to.include('nz-breast-cancer-support');
  });

  it("a helpline of one's own with a wrong zone, hour and number", () => {
    const example = readFileSync(join(root, 'helplines/own.yaml.example'), 'utf8');
    const file = join(root, 'helplines/own.yaml');
    writeFileSync(file, example);
    expect(problems()).to.deep.equal([]);
    writeFileSync(
      file,
      example.replace('America/Denver', 'Mountain').replace("from: '22:00'", "from: '25:00'"),
    );
    expect(problems().map((text) => text.split(':')[0])).to.deep.equal([
      'helplines/own.yaml zone',
      'helplines/own.yaml hours[2].from',
    ]);
    writeFileSync(file, example.replace('1-800-555-0142', '18005550142'));
    expect(problems()).to.deep.equal(['helplines/own.yaml phone: `phone` must be text, not a number.']);
    expect(remedies()).to.deep.equal(["Write the number in quotes: '1-877-465-6636'."]);
    writeFileSync(file, example.replace('1-800-555-0142', '1-800-555'));
    expect(problems()).to.deep.equal(['helplines/own.yaml phone: not a phone number of US']);
  });

  it('a file that is not YAML, or not there', () => {
    writeFileSync(join(root, 'directory/bad.yaml'), 'resources: [ {');
    rmSync(join(root, 'places/names.yaml'));
    const found = problems().join('\n');
    expect(found).to.contain('directory/bad.yaml');
    expect(found).to.contain('places/names.yaml : this file is missing');
  });
});
