import { expect } from 'chai';
import { coverage, isEnough } from '../../bot/cli/script/coverage.ts';
import type { Stage } from '../../bot/cli/script/player.ts';
import { readScripts } from '../../bot/cli/script/read-scripts.ts';
import { runScript } from '../../bot/cli/script/run-script.ts';
import { compile } from '../../bot/language/compile.ts';
import { smallDirectory } from '../engine/test-bed.ts';
import { baseWith } from '../diagnostics/base.ts';

const compiled = compile(baseWith());
if (!compiled.ok) throw new Error('the base has errors');
const { program } = compiled;
const stage: Stage = {
  program,
  directory: smallDirectory,
  assess: (text) => (text.includes('danger') ? { kind: 'distress', rule: 'r' } : null),
};

/** What the scripts of a text find wrong, as `line: message`. */
function failures(text: string): string[] {
  const { scripts, diagnostics } = readScripts({ path: 'x.yaml', text });
  expect(diagnostics).to.deep.equal([]);
  return scripts.flatMap((script) =>
    runScript(script, stage).failures.map((one) => `${one.line}: ${one.message}`),
  );
}

describe('a script', () => {
  it('that says what happens has nothing to tell', () => {
    const text = `test: somebody answers everything
dialog: home
script:
  - bot: { node: mood, says: [how is now, Good], choices: [later, now] }
  - user: { choose: now }
  - user: { choose: [talk] }
  - bot: { node: home.area, offers_not: talk }
  - user: montana
  - user: { skip: true }
  - bot: { says: I am, says_not: Goodbye }
  - expect: { vars: { mood: now, wants: [talk], area: MT, said: unknown, found: [matched-peer] }, plan: 0, handoff: none }
  - ended: true
`;
    expect(failures(text)).to.deep.equal(['10: The bot does not say “I am”.']);
  });

  it('is told every line that is otherwise, with its place', () => {
    const text = `test: somebody answers once
dialog: home
script:
  - bot: { node: wants, says: Goodbye, offers: never, shows: [plan, lines crisis], tone: safety }
  - user: { choose: later }
  - expect:
      vars: { mood: now, moood: now }
      mode: ended
      plan: some
      effects: [erase]
  - ended: true
`;
    expect(failures(text)).to.deep.equal([
      '4: The bot is not at `wants`: it went home.mood.',
      '4: The bot does not say “Goodbye”.',
      '4: `never` is not offered; offered: now, later.',
      '4: Not shown: plan; shown: nothing.',
      '4: Not shown: lines crisis; shown: nothing.',
      '4: Nothing is said in the tone `safety`.',
      '7: `mood` is "later", not "now".',
      '7: There is no variable `moood`.',
      '8: It is "bot", not "ended".',
      '9: The plan is empty.',
      '10: It is [], not ["erase"].',
      '11: A question is still open.',
    ]);
  });

  it('stops where the person cannot do what it says', () => {
    const text = `test: somebody presses what is not there
script:
  - user: { choose: never }
  - bot: { says: Goodbye }
`;
    expect(failures(text)).to.deep.equal(['3: `never` is not offered; offered: now, later.']);
  });

  it('hears danger in what is typed, as the bot does', () => {
    const text = `test: somebody writes that there is danger
script:
  - user: there is danger
  - bot: { node: safety-net.here, shows: lines crisis }
---
test: somebody writes something that stands for danger
script:
  - user: { say: anything, signal: suicide }
  - bot: { node: here, says: I am here }
  - expect: { crisis_bar: true }
`;
    expect(failures(text)).to.deep.equal([]);
  });

  it('begins with what is given', () => {
    const text = `test: somebody comes back to a question
dialog: home
given: { vars: { area: montana, wants: [read] }, country: us, consented: false, plan: [matched-peer] }
script:
  - expect: { vars: { area: MT }, consented: false, plan: { options: [matched-peer] } }
  - user: anything else
  - bot: { node: lines.lines }
`;
    expect(failures(text)).to.deep.equal([]);
  });

  it('is read like a dialog: a slip is told with its place', () => {
    const { diagnostics } = readScripts({
      path: 'x.yaml',
      text: 'test: somebody slips\nscript:\n  - bot: { node: a }\n---\ntest: again they slip\nscript:\n  - bto: { node: a }\n  - bot: { shows: everything }\n',
    });
    expect(diagnostics.map((one) => `${one.code} ${one.line}:${one.column} ${one.remedy}`)).to.deep.equal([
      'DLG003 7:5 Did you mean `bot`?',
      'DLG004 8:19 Write a value of the kind named.',
    ]);
  });
});

describe('coverage', () => {
  it('counts nodes and branches that were played, and names the others', () => {
    const { scripts } = readScripts({
      path: 'x.yaml',
      text: 'test: somebody stops\nscript:\n  - user: { choose: now }\n',
    });
    const trace = scripts.flatMap((script) => runScript(script, stage).trace);
    const home = coverage(program, trace).find((one) => one.dialog === 'home');
    expect(home?.nodes).to.deep.equal({ run: 2, all: 6 });
    expect(home?.never[0]).to.equal('never run: area (dialogs/home.yaml:9)');
    expect(home && isEnough(home, program)).to.equal(false);
  });
});
