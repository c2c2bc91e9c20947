import { join } from 'node:path';
import { expect } from 'chai';
import { COUNTRIES, type Country } from '../../bot/domain/locale.ts';
import type { OptionView } from '../../bot/domain/view.ts';
import { compile } from '../../bot/language/compile.ts';
import { readSources } from '../../bot/language/load.ts';
import type { Program } from '../../bot/language/program.ts';
import { optionView } from '../../bot/turn/expand.ts';

function shipped(): Program {
  const compiled = compile(readSources(join(import.meta.dirname, '..', '..')));
  if (!compiled.ok) throw new Error('The dialogs have errors; `npm run check` tells them.');
  return compiled.program;
}

const program = shipped();
const sectionsFor = (country: Country): OptionView['sections'] =>
  [...program.options.keys()].flatMap(
    (id) => optionView(program, id, [], { language: 'en', country })?.sections ?? [],
  );
const wordsFor = (country: Country): string =>
  sectionsFor(country)
    .flatMap(({ points }) => points.map(({ text }) => text))
    .join('\n');

describe('a kind of support as a card', () => {
  it('tells how things are done in a country only to people who are there', () => {
    expect(wordsFor('US'))
      .to.contain('Time off in the US')
      .and.not.to.match(/In Australia,|McGrath/);
    expect(wordsFor('AU'))
      .to.contain('early access to super')
      .and.not.to.match(/In the US,|Medicaid/);
    expect(wordsFor('UK')).not.to.match(/In Australia,|In the US,/);
  });

  it('tells what a study found to everyone, and shows no heading without words', () => {
    for (const country of COUNTRIES) {
      expect(wordsFor(country)).to.contain('In an Australian survey');
      for (const { points } of sectionsFor(country)) expect(points).not.to.deep.equal([]);
    }
  });
});
