import { expect } from 'chai';
import { Report } from '../../bot/language/report.ts';
import { readSource } from '../../bot/language/source.ts';
import { reportYaml } from '../../bot/language/yaml-problems.ts';

/** What a person wrote, and what they must be told: line, column, and words. */
const SLIPS: readonly [what: string, text: string, place: string, message: RegExp][] = [
  ['a colon in a text', 'a: one\nsay: First: this\n', '2:6', /colon inside this text/],
  ['a quotation mark left open', 'a: one\nsay: "Hello\nnext: end\n', '2:6', /opened here and never closed/],
  ['a tab', 'a:\n\tb: 1\n', '2:1', /tab/],
  [
    'a text that begins with a place',
    'say: {name|you} are here\n',
    '1:17',
    /begins with a bracket needs quotes/,
  ],
  ['a text that begins with a star', 'say: *very* important\n', '1:13', /begins with `\*`/],
  ['an alias of nothing', 'say: *important\n', '1:6', /begins with `\*`/],
  ['a text that begins with an exclamation mark', 'say: !important this\n', '1:6', /begins with `!`/],
  ['a text that begins with @', 'say: @home\n', '1:6', /cannot begin with this sign/],
  ['a list not in line', 'a:\n  - one\n b: two\n', '3:2', /not in the same column/],
  ['a key not in line', 'a:\n  - b: 1\n   c: 2\n', '3:4', /not in the same column/],
  ['a line without a key', 'a: 1\nhello\nb: 2\n', '2:1', /no `key:`/],
  ['a bracket left open', 'a: { b: 1\nc: 2\n', '2:1', /bracket is opened and not closed/],
  ['a second document', 'a: 1\n---\nb: 2\n', '2:1', /second document/],
  ['words behind a quotation', 'a: "one" two\n', '1:10', /behind the end of this value/],
  ['an apostrophe in single quotes', "a: 'it's here'\n", '1:8', /behind the end of this value/],
  ['words behind >-', 'a: >- Hello\n  there\n', '1:7', /behind `>-`/],
  ['a key under a value', 'a:\n  say: one\n    next: two\n', '2:8', /under a line that already has a value/],
  ['a list on the line of its key', 'a: - b\n', '1:4', /begins on the line of its key/],
  ['two commas', 'a: { b: 1,, c: 2 }\n', '1:11', /commas/],
  ['an unknown escape', 'a: "50\\% off"\n', '1:7', /backslash/],
];

function told(text: string) {
  const report = new Report();
  reportYaml(readSource({ path: 'x.yaml', text }), report);
  return report.all();
}

describe('an author who slips in the YAML', () => {
  for (const [what, text, place, message] of SLIPS) {
    it(`with ${what} is told in their own words`, () => {
      const [first] = told(text);
      expect(first?.message).to.match(message);
      expect(`${first?.line}:${first?.column}`).to.equal(place);
      expect(first?.remedy).to.match(/\.$/);
    });
  }

  it('is never shown the words of the parser', () => {
    const words = SLIPS.flatMap(([, text]) => told(text).map((one) => `${one.message} ${one.remedy}`));
    expect(words.join('\n')).not.to.match(/implicit|flow (map|seq)|scalar|token|mapping/i);
  });

  it('is told of one slip once, not of all that follows from it', () => {
    expect(told('a:\n  say: one\n    next: two\nb: 1\n')).to.have.length(1);
  });

  it('is told of two slips at once', () => {
    expect(told('a: b: c\nd: e: f\n').map((one) => one.line)).to.deep.equal([1, 2]);
  });

  it('with a whole file out of line, is told of the first line only', () => {
    const [first, ...others] = told('  a: { b: 1 }\nc: >-\n  words\nd: { e: 1 }\n');
    expect(first).to.include({
      line: 2,
      column: 1,
      message: 'This line is not in the same column as the lines it belongs with.',
    });
    expect(others).to.deep.equal([]);
  });

  it('and writes an ordinary comment, is told nothing', () => {
    expect(told('a: one # a comment\nb: two #!\n')).to.deep.equal([]);
  });
});
