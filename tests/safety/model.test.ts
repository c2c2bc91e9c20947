import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Signal } from '../../bot/domain/signal.ts';
import { loadModel } from '../../bot/safety/examples/load.ts';
import { createAssess, LIMITS, type Weighing } from '../../bot/safety/judge.ts';
import { type Opinion, SafetyModel } from '../../bot/safety/model.ts';
import { learnFrom } from '../../bot/safety/model-source.ts';
import { wordsOf } from '../../bot/safety/model-words.ts';

const REVIEW = 'review: { clinician: null, lived_experience: null, caregiver: null, reviewed_on: null }';
const KINDS = [
  'suicide',
  'self-harm',
  'abuse',
  'medical',
  'death-talk',
  'distress',
  'prognosis',
  'medical-advice',
  'none',
];

function exampleFile(kind: string, phrase = `words about ${kind}`) {
  return {
    file: `examples/${kind}.yaml`,
    text: `kind: ${kind}\n${REVIEW}\nen:\n  - ${phrase}\nes:\n  - frase de ${kind}\n`,
  };
}

describe('the model beside the rules', () => {
  let model: SafetyModel;
  let again: SafetyModel;

  let folder: string;

  before(async function learns() {
    this.timeout(60_000);
    folder = await mkdtemp(join(tmpdir(), 'learnt-'));
    model = await learnt(join(folder, 'one'));
    again = await learnt(join(folder, 'two'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function learnt(kept: string, from = 'resources/safety'): Promise<SafetyModel> {
    const loaded = await loadModel(from, [], kept);
    if (!('ok' in loaded)) throw new Error('the examples do not load');
    return loaded.ok;
  }

  /** A folder with a few phrases of each kind, which are learnt in no time. */
  async function few(): Promise<string> {
    const safety = join(folder, 'few');
    await mkdir(join(safety, 'examples'), { recursive: true });
    for (const kind of KINDS) {
      const { file, text } = exampleFile(kind);
      await writeFile(join(safety, file), text);
    }
    return safety;
  }

  it('thinks the same when it was kept as when it had just learnt', async () => {
    const kept = await learnt(join(folder, 'one'));
    for (const text of ['he locks me in at night', 'qwertz unheard-of words', 'temp 38.6 and shivering'])
      expect(kept.weigh(text)).to.deep.equal(model.weigh(text));
  });

  it('learns again when what was kept is damaged, or other phrases are to be learnt', async () => {
    const home = join(folder, 'three');
    const examples = await few();
    const first = await learnt(home, examples);
    const [name] = await readdir(home);
    const bytes = await readFile(join(home, String(name)));
    bytes[bytes.length - 7] = (bytes[bytes.length - 7] ?? 0) ^ 255;
    await writeFile(join(home, String(name)), bytes);
    const text = 'words about medical';
    expect((await learnt(home, examples)).weigh(text)).to.deep.equal(first.weigh(text));
    const other = await loadModel(examples, [{ text: 'temp 38.6', kind: 'abuse' }], home);
    expect('ok' in other && other.ok.weigh(text)).to.not.deep.equal(first.weigh(text));
    expect(await readdir(home), 'only the last is kept').to.have.length(1);
  });

  it('is there also where nothing can be kept', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const examples = await few();
    const once = await learnt(join(file, 'below'), examples);
    expect((await learnt(join(file, 'below'), examples)).weigh('words')).to.deep.equal(once.weigh('words'));
  });

  it('thinks the same of the same words, each time it has learnt', () => {
    const texts = [
      'he locks me in at night',
      'my scan is on monday',
      'me siento sola',
      'temp 38.6 and shivering',
    ];
    for (const text of texts) {
      expect(again.weigh(text)).to.deep.equal(model.weigh(text));
      expect(model.weigh(text)).to.deep.equal(model.weigh(text));
    }
  });

  it('hears what it was never told in these words', () => {
    const heard: [text: string, kind: string][] = [
      ['my mate keeps a rope ready and says he wants to be dead', 'suicide'],
      ['my stepson knocked me over and took my phone', 'abuse'],
      ['she slices her forearm with a razor to calm down', 'self-harm'],
      ['grandad is shivering, thermometer shows 38.8', 'medical'],
      ['mi cuñado me empuja y me amenaza', 'abuse'],
      ['mi abuela tiene escalofríos y 38,8 de fiebre', 'medical'],
    ];
    for (const [text, kind] of heard) {
      const opinion = model.weigh(text);
      expect(opinion?.urgent, text).to.equal(kind);
      expect(opinion?.urgentWeight, text).to.be.greaterThan(LIMITS.urgent);
    }
  });

  it('stays calm about everyday talk', () => {
    const calm = [
      'which groups meet on tuesdays',
      'thanks, that was useful',
      'busco un grupo por la tarde',
      'my bus is number 38',
    ];
    for (const text of calm) expect(model.weigh(text)?.urgentWeight, text).to.be.lessThan(LIMITS.urgent);
  });

  it('finds the one sentence in a long letter', () => {
    const chat = 'The garden is lovely this year and my sister came by with cake. We looked at old photos. ';
    const letter = `${chat.repeat(20)}I am going to kill myself tonight. ${chat.repeat(20)}`;
    expect(model.weigh(letter)).to.include({ urgent: 'suicide' });
    expect(model.weigh(letter)?.urgentWeight).to.be.greaterThan(LIMITS.urgent);
    expect(model.weigh(chat.repeat(40))?.urgentWeight).to.be.lessThan(LIMITS.urgent);
  });

  it('has no opinion where there is no word', () => {
    for (const text of ['', '   ', '...', '!!!', '\u0301\u0301', '\n\n'])
      expect(model.weigh(text)).to.equal(null);
  });

  it('never throws, and its weights stay between 0 and 1, whatever arrives', () => {
    const hostile = [
      '\ud800',
      '__proto__ constructor toString',
      '38,38,38,38,38',
      `${'9'.repeat(400)}.${'9'.repeat(400)}`,
      '\u202edrawkcab\u202c',
      'ﷺ'.repeat(50),
      '<script>alert(1)</script>',
      "'''''",
    ];
    const holds = (text: string): boolean => {
      const opinion = model.weigh(text);
      if (opinion === null) return true;
      const { urgentWeight, kindWeight, calmWeight } = opinion;
      return (
        [urgentWeight, kindWeight, calmWeight].every((w) => w >= 0 && w <= 1.000001) &&
        kindWeight <= urgentWeight
      );
    };
    for (const text of hostile) expect(holds(text), JSON.stringify(text)).to.equal(true);
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), holds), { numRuns: 300 });
  });

  it('reads a very long message in time that grows with its length alone', () => {
    for (const part of ['my pills hurt me ', 'a', "a'", '1,1', 'ab. ', '💊']) {
      const text = part.repeat(Math.ceil(100_000 / part.length));
      const pieces = wordsOf(text);
      const words = pieces.reduce((sum, piece) => sum + piece.length, 0);
      expect(words, part).to.be.at.most(text.length * 1.6);
      for (const piece of pieces) expect(piece.length, part).to.be.at.most(40);
      expect(() => model.weigh(text)).to.not.throw();
    }
  });
});

describe('example phrases', () => {
  it('teach, once every kind has some', () => {
    expect(learnFrom(KINDS.map((kind) => exampleFile(kind)))).to.have.property('ok');
  });

  it('are refused when a kind has none, all problems at once', () => {
    const result = learnFrom([
      exampleFile('suicide'),
      { file: 'examples/abuse.yaml', text: 'kind: abusive' },
    ]);
    if ('ok' in result) throw new Error('should be refused');
    const where = result.problems.map(({ file, path }) => `${file} ${path}`);
    expect(where).to.include('examples medical');
    expect(where).to.include('examples/abuse.yaml kind');
    expect(where).to.include('examples/abuse.yaml review');
  });

  it('are refused when one phrase teaches two kinds', () => {
    const files = KINDS.map((kind) => exampleFile(kind, kind === 'none' ? 'words about abuse' : undefined));
    const result = learnFrom(files);
    if ('ok' in result) throw new Error('should be refused');
    expect(result.problems).to.have.length(1);
    expect(result.problems[0]?.message).to.contain('abuse');
    expect(result.problems[0]?.message).to.not.contain('words about');
  });

  it('are refused when the YAML is broken, with its line', () => {
    const result = learnFrom([
      ...KINDS.map((kind) => exampleFile(kind)),
      { file: 'examples/x.yaml', text: 'kind: [\n' },
    ]);
    if ('ok' in result) throw new Error('should be refused');
    expect(result.problems[0]?.file).to.equal('examples/x.yaml');
    expect(result.problems[0]?.path).to.match(/^line \d/);
  });
});

describe('rules and model together', () => {
  const CALM: Opinion = {
    urgent: 'suicide',
    urgentWeight: 0.02,
    kindWeight: 0.01,
    calm: null,
    calmWeight: 0.9,
  };

  function said(found: Signal | null, opinion: Partial<Opinion> | null): Signal | null {
    const model: Weighing = { weigh: () => (opinion === null ? null : { ...CALM, ...opinion }) };
    return createAssess(() => found, model)('anything');
  }

  it('keep what a rule calls urgent, however calm the model is', () => {
    const found: Signal = { kind: 'abuse', rule: 'abuse-hits' };
    expect(said(found, {})).to.deep.equal(found);
    expect(said(found, null)).to.deep.equal(found);
  });

  it('hear what no rule hears', () => {
    expect(said(null, { urgent: 'medical', urgentWeight: 0.7, kindWeight: 0.7 })).to.deep.equal({
      kind: 'medical',
      rule: 'model:medical',
    });
    expect(said(null, { urgent: 'medical', urgentWeight: 0.4, kindWeight: 0.4 })).to.equal(null);
  });

  it('need more than a hunch against a rule that says calm', () => {
    const denial: Signal = { kind: 'distress', rule: 'distress-denied' };
    expect(said(denial, { urgentWeight: 0.8, kindWeight: 0.8 })).to.deep.equal(denial);
    expect(said(denial, { urgentWeight: 0.95, kindWeight: 0.95 })?.kind).to.equal('suicide');
  });

  it('show both where they differ in the kind of danger', () => {
    const found: Signal = { kind: 'medical', rule: 'medical-bleeding' };
    expect(said(found, { urgent: 'abuse', urgentWeight: 0.9, kindWeight: 0.9 })).to.deep.equal({
      kind: 'abuse',
      rule: 'model:abuse',
      also: 'medical',
    });
    expect(said(found, { urgent: 'abuse', urgentWeight: 0.9, kindWeight: 0.4 })).to.deep.equal(found);
  });

  it('leave a rule that already shows both, and one of the two crisis kinds, as they are', () => {
    const both: Signal = { kind: 'suicide', rule: 'suicide-overdose', also: 'medical' };
    expect(said(both, { urgent: 'medical', urgentWeight: 0.9, kindWeight: 0.9 })).to.deep.equal(both);
    const crisis: Signal = { kind: 'self-harm', rule: 'self-harm-cutting' };
    expect(said(crisis, { urgent: 'suicide', urgentWeight: 0.9, kindWeight: 0.9 })).to.deep.equal(crisis);
  });

  it('take a calm kind from the model only where it is sure', () => {
    expect(said(null, { calm: 'prognosis', calmWeight: 0.7 })?.kind).to.equal('prognosis');
    expect(said(null, { calm: 'prognosis', calmWeight: 0.5 })).to.equal(null);
    expect(said(null, { calm: null, calmWeight: 0.9 })).to.equal(null);
  });
});
