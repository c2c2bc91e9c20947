import { expect } from 'chai';
import { compileAll } from '../../bot/language/compile.ts';
import { baseWith } from '../diagnostics/base.ts';

const head =
  'dialog: example\nabout: An example without a fault.\nwording: { owner: team, reviewed: [] }\nstart: hello\nnodes:\n';

function codes(say: string, changed: Record<string, string> = {}): string[] {
  const text = `${head}  hello: { say: ${JSON.stringify(say)}, next: end }\n`;
  return compileAll(baseWith({ 'dialogs/example.yaml': text, ...changed }))
    .diagnostics.filter((one) => one.file === 'dialogs/example.yaml')
    .map((one) => one.code);
}

describe('the wording check', () => {
  for (const say of [
    'You can beat this.',
    'Keep FIGHTING.',
    'You are so brave.',
    'Stay  positive.',
    'At least it is not worse.',
    'The battle goes on.',
    'In a terminal stage.',
  ]) {
    it(`finds what hurts in “${say}”`, () => expect(codes(say)).to.deep.equal(['DLG401']));
  }

  for (const say of [
    'The group is called Young Survivors Together.',
    'Ask for the programme Living Journey House.',
    'Your heartbeat may change.',
  ]) {
    it(`leaves “${say}” alone`, () => expect(codes(say)).to.deep.equal([]));
  }

  for (const say of [
    'Nine in ten, so 90% survive.',
    'You may have months to live.',
    'Median survival was long.',
    'Life expectancy differs.',
  ]) {
    it(`finds the figure in “${say}”`, () => expect(codes(say)).to.deep.equal(['DLG404']));
  }

  it('lets an amount of time pass that is about something else', () => {
    expect(codes('The group meets for 5 years now. The study took 12 months.')).to.deep.equal([]);
  });

  it('takes the authors’ own list when there is one', () => {
    const own = {
      'dialogs/wording.yaml':
        'avoid:\n  en:\n    - { words: [wonderful*], instead: Say nothing. }\nnames: [Wonderful Days House]\n',
    };
    expect(codes('A wonderfully brave day.', own)).to.deep.equal(['DLG401']);
    expect(codes('wonderful days house is open.', own)).to.deep.equal([]);
  });

  it('counts the words of each sentence by itself', () => {
    const ten = 'one two three four five six seven eight nine ten';
    expect(codes(`${ten}. ${ten}. ${ten}.`)).to.deep.equal([]);
    expect(codes(`${ten} ${ten} ${ten}.`)).to.deep.equal(['DLG403']);
  });

  it('reads the Spanish too', () => {
    const found = compileAll(
      baseWith({
        'dialogs/strings/es.yaml':
          'language: es\nstrings:\n  safety-net.here.say: { of: "199750", text: "¡Luche! Estoy aquí." }\n',
      }),
    ).diagnostics.filter((one) => one.file.endsWith('es.yaml') && one.code !== 'DLG503');
    expect(found.map((one) => one.code)).to.deep.equal(['DLG402', 'DLG401']);
  });
});
