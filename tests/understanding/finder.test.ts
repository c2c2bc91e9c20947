import { expect } from 'chai';
import { join } from 'node:path';
import { loadDirectory } from '../../bot/directory/load.ts';
import { compile } from '../../bot/language/compile.ts';
import { readSources } from '../../bot/language/load.ts';
import { understanding } from '../../bot/understanding/better-search.ts';
import { createFinder, readFinderWords } from '../../bot/understanding/finder.ts';
import { loadUnderstanding } from '../../bot/understanding/load.ts';

const root = join(import.meta.dirname, '..', '..');

const content = await shipped();

/** What the bot searches with. */
async function shipped() {
  const compiled = compile(readSources(root));
  const load = await loadUnderstanding(join(root, 'resources', 'understanding'));
  const directory = loadDirectory(join(root, 'resources'));
  if (!compiled.ok || 'problems' in load || !directory.ok) expect.fail('the content is not sound');
  const finder = createFinder(load.words, compiled.program.options.values());
  return { finder, directory: understanding(directory.loaded.directory, finder) };
}

describe('someone who looks for something by a word', () => {
  it('finds kinds of support by other names for them, in both languages, with a slip in it', () => {
    const { finder } = content;
    expect(finder.options('gas money near Missoula', 3)[0]).to.equal('transport-lodging');
    expect(finder.options('abogado', 3)[0]).to.equal('work-insurance-legal');
    expect(finder.options('no puedo pagar la renta', 3)[0]).to.equal('financial-help');
    expect(finder.options('therpist', 3)).to.include('individual-counselling');
    expect(finder.options('xyzzy', 3)).to.deep.equal([]);
    expect(finder.options('', 3)).to.deep.equal([]);
  });

  it('finds services of the state whose town they named, before others', () => {
    const { directory } = content;
    const found = directory.search({ country: 'US', words: 'help in Boston', limit: 6 });
    expect(found.some(({ reasons }) => reasons.some(({ kind }) => kind === 'in-place'))).to.equal(true);
  });

  it('is not sent to the state of a person called like a town, nor to one of two', () => {
    const { finder } = content;
    expect(finder.state('my son Austin is scared')).to.equal(undefined);
    expect(finder.state('near Austin')).to.equal('TX');
    expect(finder.state('Portland')).to.equal(undefined);
    expect(finder.state('cerca de El Paso')).to.equal('TX');
  });

  it('can answer where they live with a town', () => {
    const { directory } = content;
    const read = directory.readPlace('Missoula', 'US');
    expect(read.kind === 'place' && read.place.state).to.equal('MT');
    expect(directory.readPlace('Missoula', 'AU').kind).to.equal('not-a-place');
    expect(directory.readPlace('nowhere at all', 'US').kind).to.equal('not-a-place');
  });
});

describe('an author of synonyms', () => {
  it('is told what cannot be read', () => {
    const { problems } = readFinderWords([
      { file: 'synonyms.yaml', text: 'synonyms: [{ find: x }]' },
      { file: 'cities.yaml', text: 'cities: { Montana: Missoula }' },
    ]);
    expect(problems.map(({ file }) => file)).to.deep.equal(['synonyms.yaml', 'cities.yaml']);
  });
});
