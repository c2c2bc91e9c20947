import { expect } from 'chai';
import { compileAll } from '../../bot/language/compile.ts';
import { baseWith } from '../diagnostics/base.ts';

/** The example dialog with other nodes; line 5 is the first line of `nodes`. */
function told(nodes: string, vars = '') {
  const text = `dialog: example\nabout: An example with a fault.\nwording: { owner: team, reviewed: [] }\n${vars ? `vars: ${vars}\n` : ''}start: a\nnodes:\n${nodes}`;
  return compileAll(baseWith({ 'dialogs/example.yaml': text }))
    .diagnostics.filter((one) => one.code !== 'DLG503' && one.file === 'dialogs/example.yaml')
    .map((one) => `${one.code} ${one.line}:${one.column} ${one.message} → ${one.remedy}`);
}

describe('an author who writes something in the wrong form', () => {
  it('is asked for the key that was nearly written, and not for the missing one too', () => {
    expect(told('  a: { say: Hello., nxt: end }\n')).to.deep.equal([
      'DLG003 6:21 There is no key `nxt` in `a`. → Did you mean `next`?',
    ]);
  });

  it('is told which keys there are when none is near', () => {
    const [first] = told('  a: { speak: Hello., next: end }\n');
    expect(first).to.match(/^DLG003 6:8 There is no key `speak` in `a`\. → Known here: `say`, `tone`/);
  });

  it('learns the forms of `show` from a misspelt one', () => {
    expect(told('  a: { show: { line: helpline }, next: end }\n')).to.deep.equal([
      'DLG003 6:16 There is no key `line` in `show`. → Did you mean `lines`?',
    ]);
  });

  it('learns the kinds of lines from one there is not', () => {
    expect(told('  a: { show: { lines: helplines }, next: end }\n')).to.deep.equal([
      'DLG004 6:23 `helplines` is none of the values of `lines`: `crisis`, `abuse`, `emergency`, `helpline`, `night`, `poisons`, `own`. → Did you mean `helpline`?',
    ]);
  });

  it('cannot show two things in one line', () => {
    expect(told('  a: { show: { lines: helpline, plan: true }, next: end }\n')[0]).to.match(
      /^DLG003 6:33 `plan` cannot stand beside `lines`\./,
    );
  });

  it('may forget the dash before a branch', () => {
    expect(told('  a:\n    next:\n      { when: { mood: now }, go: b }\n  b: { next: end }\n')[0]).to.equal(
      'DLG004 8:7 `next` must be text or a list, not keys with values. → Write a value of the kind named.',
    );
  });

  it('may write a branch without `go`', () => {
    expect(told('  a:\n    next:\n      - when: { mood: now }\n      - else: end\n')).to.deep.equal([
      'DLG005 8:9 The key `go` is missing in item 1 of `next`. → Add the key.',
    ]);
  });

  it('may misspell `else`', () => {
    expect(
      told(
        '  a:\n    next:\n      - { when: { mood: now }, go: b }\n      - { els: end }\n  b: { next: end }\n',
      ),
    ).to.deep.equal(['DLG003 9:11 There is no key `els` in item 2 of `next`. → Did you mean `else`?']);
  });

  it('may misspell a test deep inside a condition', () => {
    const nodes =
      '  a:\n    next:\n      - { when: { any: [{ mood: now }, { not: { wants: { hsa: talk } } }] }, go: b }\n      - { else: end }\n  b: { next: end }\n';
    expect(told(nodes)).to.deep.equal([
      'DLG003 8:58 There is no key `hsa` in `wants`. → Did you mean `has`?',
    ]);
  });

  it('cannot ask two tests of one variable in one line', () => {
    const nodes =
      '  a:\n    next: [{ when: { wants: { has: talk, count: 1 } }, go: b }, { else: end }]\n  b: { next: end }\n';
    expect(told(nodes)[0]).to.match(/^DLG003 7:42 `count` cannot stand beside `has`/);
  });

  it('learns the types of variables from a misspelt one', () => {
    expect(told('  a: { next: end }\n', '{ x: { oneof: [b, c] } }')).to.deep.equal([
      'DLG003 4:14 There is no key `oneof` in `x`. → Did you mean `one_of`?',
    ]);
  });

  it('is told of a comma that ends a text inside braces', () => {
    const nodes =
      '  a: { ask: { var: mood, text: Now?, choices: { now: Yes, please, later: No } }, next: end }\n';
    expect(told(nodes)[0]).to.match(/^DLG003 6:59 The comma before `please` ends the text/);
  });

  it('is told of a value that is not there', () => {
    expect(told('  a:\n    say:\n    next: end\n')).to.deep.equal([
      'DLG004 7:5 `say` is empty; it needs text or a list. → Write a value of the kind named.',
    ]);
  });

  it('is told that true is no text', () => {
    expect(told('  a: { say: true, next: end }\n')).to.deep.equal([
      'DLG004 6:13 `say` must be text or a list, not the value true. → Put it in "double quotes" when it is meant as words.',
    ]);
  });
});
