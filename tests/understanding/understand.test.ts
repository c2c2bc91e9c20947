import { expect } from 'chai';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { INTENTS } from '../../bot/domain/wish.ts';
import { SURE } from '../../bot/engine/wish.ts';
import { words } from '../../bot/understanding/fold.ts';
import { loadUnderstanding, readExampleFiles } from '../../bot/understanding/load.ts';
import { readExamples } from '../../bot/understanding/source.ts';
import { understand } from '../../bot/understanding/understand.ts';
import { times } from '../effort.ts';

const folder = join(import.meta.dirname, '..', '..', 'resources', 'understanding');
const load = await loadUnderstanding(folder);
if ('problems' in load) expect.fail(JSON.stringify(load.problems));
const model = load.ok;

/** The likeliest wish when it is sure enough to be followed at once. */
function followed(text: string): string | undefined {
  const likeliest = understand(model, text).intents[0];
  return likeliest !== undefined && likeliest.score >= SURE ? likeliest.id : undefined;
}

describe('someone who writes in their own words', () => {
  const meant: [text: string, intent: string][] = [
    ['could I plese speek with a real person', 'want_human'],
    ['any suport groups for metastatic', 'support_group_info'],
    ['i need a lift to my appointments', 'transport_lodging'],
    ['quiero unirme a un grupo de apoyo', 'support_group_info'],
    ['no tengo dinero para la renta', 'financial_help'],
    ['cuanto tiempo me queda de vida', 'prognosis'],
    ['THANK YOU SO MUCH!!', 'thanks'],
    ['heyyyy', 'greeting'],
  ];
  for (const [text, intent] of meant) {
    it(`is understood: “${text}”`, () => expect(followed(text)).to.equal(intent));
  }

  for (const text of [
    'everybody I knew has drifted away',
    'I sat in the kitchen and wept',
    'it is my first winter without her',
    'desde ayer no hago más que llorar',
    'green tuesday',
  ]) {
    it(`and asks for nothing is not met with a guess: “${text}”`, () =>
      expect(followed(text)).to.equal(undefined));
  }

  it('is understood in either language, whatever the conversation is in', () => {
    expect(understand(model, 'necesito ayuda para pagar mis cuentas').language).to.equal('es');
    expect(understand(model, 'I need help paying what I owe').language).to.equal('en');
    expect(understand(model, 'ok').language).to.equal(undefined);
  });

  it('gets the language they ask for, and is asked when they only name the one that is wrong', () => {
    expect(understand(model, 'can we do this in spanish').asksFor).to.equal('es');
    expect(understand(model, 'prefiero en inglés').asksFor).to.equal('en');
    expect(understand(model, 'not in english please').asksFor).to.equal(undefined);
  });
});

describe('understanding', () => {
  it('gets most of what was never seen before right, in both languages', () => {
    const sets = parse(readFileSync(join(import.meta.dirname, 'held-out.yaml'), 'utf8')) as Record<
      'en' | 'es',
      Record<string, string[]>
    >;
    const share = (language: 'en' | 'es') => {
      const all = Object.entries(sets[language]).flatMap(([intent, list]) =>
        list.map((text) => understand(model, text).intents[0]?.id === intent),
      );
      return all.filter(Boolean).length / all.length;
    };
    expect(share('en')).to.be.at.least(0.85);
    expect(share('es')).to.be.at.least(0.8);
  });

  it('was not taught the messages that measure it', async () => {
    const { read } = readExamples(await readExampleFiles(folder));
    const taught = new Set(read.examples.map(({ text }) => words(text).join(' ')));
    const sets = parse(readFileSync(join(import.meta.dirname, 'held-out.yaml'), 'utf8')) as object;
    const all = Object.values(sets).flatMap((intents: Record<string, string[]>) =>
      Object.values(intents).flat(),
    );
    expect(all.filter((text) => taught.has(words(text).join(' ')))).to.have.length.below(12);
  });

  it('never throws, always says the same, and never gives out more than the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const once = understand(model, text);
        expect(understand(model, text)).to.deep.equal(once);
        const sum = once.intents.reduce((all, { score }) => all + score, once.nothing);
        expect(sum).to.be.within(0, 1.000001);
        expect(once.intents.every(({ id }) => INTENTS.includes(id))).to.equal(true);
      }),
      { numRuns: times(300), seed: 11 },
    );
  });

  it('learns the same from the same examples', async () => {
    const again = await loadUnderstanding(folder);
    if ('problems' in again) expect.fail('the examples cannot be read');
    for (const text of ['rides', 'is there hope', 'no entiendo'])
      expect(understand(again.ok, text)).to.deep.equal(understand(model, text));
  });

  it('takes nothing from marks, accents, capitals and invisible signs', () => {
    const plain = understand(model, 'como les digo a mis hijos');
    expect(understand(model, '¿Cómo les DIGO a mis hi\u00adjos!').intents[0]?.id).to.equal(
      plain.intents[0]?.id,
    );
    expect(understand(model, '…!!  ').intents).to.deep.equal([]);
  });

  it('reads the beginning of a very long text only', () => {
    const long = 'I would like to find a ride to my treatment please '.repeat(5000);
    expect(understand(model, long).intents).to.deep.equal(understand(model, long.slice(0, 1200)).intents);
  });
});

describe('an author of examples', () => {
  const sound = (intent: string) => ({
    file: `${intent}.yaml`,
    text: `intent: ${intent}\nabout: For a test.\nkeywords: { en: "", es: "" }\nexamples:\n  en: |\n${lines(60, intent)}  es: |\n${lines(40, `es ${intent}`)}`,
  });
  const lines = (count: number, about: string) =>
    Array.from({ length: count }, (_, index) => `    ${about} ${index}\n`).join('');
  const problems = (files: { file: string; text: string }[]) =>
    readExamples(files).problems.map(({ file, path, message }) => `${file} ${path} ${message}`);
  const all = [...INTENTS, 'no_wish'].map(sound);

  it('with all files sound is told nothing', () => expect(problems(all)).to.deep.equal([]));

  it('is told of a missing file, a wrong name, too few phrases, and a phrase with two meanings', () => {
    const told = problems([
      ...all.slice(2),
      { ...sound('want_human'), file: 'human.yaml' },
      {
        file: 'support_group_info.yaml',
        text: sound('support_group_info').text.replace(lines(60, 'support_group_info'), '    restart 1\n'),
      },
    ]).join('\n');
    expect(told).to.include('the file must be called want_human.yaml');
    expect(told).to.include('1 phrases are too few');
    expect(told).to.include('one phrase has one meaning');
    expect(problems(all.slice(1)).join('\n')).to.include('want_human.yaml  this file is missing');
  });

  it('is told when a file is no YAML, or has another form', () => {
    const of = (text: string) => readExamples([...all.slice(1), { file: 'want_human.yaml', text }]).problems;
    expect(of('intent: want_human\nkeywords: [\n')[0]).to.deep.include({ file: 'want_human.yaml', line: 3 });
    expect(of('intent: want_human\nkeywords: [\n')[0]?.message).to.match(/bracket is opened and not closed/);
    expect(of('intent: want_humann\nabout: x\n')[0]).to.deep.include({ path: 'intent', line: 1 });
    expect(of('intent: want_humann\nabout: x\n')[0]?.message).to.include('Did you mean `want_human`?');
  });
});
