import { expect } from 'chai';
import { compileAll } from '../../bot/language/compile.ts';
import { baseWith } from '../diagnostics/base.ts';
import type { RoomResult } from '../../bot/cli/check-rooms.ts';
import { runNav } from '../../bot/cli/run-nav.ts';
import { type SmallRoot, smallRoot } from './small-root.ts';

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

describe('the wording of what no dialog says', () => {
  let at: SmallRoot;
  beforeEach(() => (at = smallRoot()));
  afterEach(() => at.remove());
  const told = async (): Promise<{ code: number; problems: string[]; notices: string[] }> => {
    const code = await runNav(['check', '--json'], at.io);
    const { rooms } = JSON.parse(at.out.join('')) as { rooms: RoomResult[] };
    const room = rooms.find(({ name }) => name === 'wording beside the dialogs');
    const lines = (list: RoomResult['problems'] = []) =>
      list.map(({ place, message }) => `${place} ${message.split('\n')[0]}`);
    return { code, problems: lines(room?.problems), notices: lines(room?.notices) };
  };
  const service = (text: string, es: string) =>
    `resources:\n  - id: rides\n    what_to_expect: ${text}\n    es:\n      what_to_expect: ${es}\n`;

  it('is looked at in services, in both languages, and told at its line', async () => {
    at.write('resources/directory/mine.yaml', service('Brave people ride with us!', 'Sea valiente.'));
    const { code, problems } = await told();
    expect(code).to.equal(1);
    const place = 'resources/directory/mine.yaml:3:5';
    expect(problems).to.deep.equal([
      `${place} DLG401 resources[rides].what_to_expect: “Brave” is a word we do not use.`,
      `${place} DLG402 resources[rides].what_to_expect: An exclamation mark sounds loud to somebody who is frightened.`,
      `${place} DLG401 resources[rides].what_to_expect: “valiente” is a word we do not use.`,
    ]);
  });

  it('is looked at in the pages and lines of a helpline, figures about how long people live too', async () => {
    const survival = '{ en: The five-year survival is high., es: Llame. }';
    at.write('resources/helplines/pages.yaml', `crisis: { title: ${survival} }\n`);
    at.write(
      'resources/safety/lines.yaml',
      'lines: [{ id: us-988, about: { en: Call now!, es: Llame. } }]\n',
    );
    const { problems } = await told();
    expect(problems.map((one) => one.slice(0, one.indexOf(':')))).to.deep.equal([
      'resources/safety/lines.yaml',
      'resources/helplines/pages.yaml',
    ]);
    expect(problems.join('\n')).to.match(/DLG402 lines\[us-988\]\.about.*\n.*DLG404 crisis\.title/);
  });

  it('has to be easy to read, and easier where somebody is in danger', async () => {
    const hard =
      'Rehabilitation professionals coordinate interdisciplinary consultations regarding accommodation. ';
    const middling =
      'The people who answer there are trained nurses, and they listen to every caller as long as needed. ';
    at.write('resources/directory/mine.yaml', service(hard.repeat(8), 'Llame.'));
    const line = `{ id: us-988, about: { en: "${middling.repeat(4)}", es: Llame. } }`;
    at.write('resources/safety/lines.yaml', `lines: [${line}]\n`);
    const { notices } = await told();
    const grades = notices.filter((one) => one.includes('DLG406'));
    expect(grades, notices.join()).to.have.length(2);
    expect(grades[0]).to.match(/^resources\/safety\/lines\.yaml\S* DLG406 .* and 5 must be enough/);
    expect(grades[1]).to.match(/^resources\/directory\/mine\.yaml\S* DLG406 .* and 7 must be enough/);
  });

  it('is not looked at in a file that cannot be read, and that is said', async () => {
    at.write('resources/directory/mine.yaml', 'resources: [\n');
    await runNav(['check'], at.io);
    expect(at.out.join('')).to.include(
      'wording beside the dialogs: NOT checked: resources/directory/mine.yaml cannot be read.',
    );
    expect(await runNav(['review', '--out', 'r.html'], at.io)).to.equal(2);
    expect(at.err.join('')).to.include('resources/directory/mine.yaml cannot be read.');
  });
});
