import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { compileAll } from '../../bot/language/compile.ts';
import { DIAGNOSTICS } from '../../bot/language/diagnostics.ts';
import { baseWith } from './base.ts';
import { readExample } from './example.ts';

const folder = join(import.meta.dirname, 'examples');
const names = readdirSync(folder).sort();

describe('an author who makes one mistake', () => {
  for (const name of names) {
    const code = name.replace('.yaml', '') as keyof typeof DIAGNOSTICS;
    it(`is told ${code} ${DIAGNOSTICS[code].title.toLowerCase()}, where, and what to do`, () => {
      const path = `tests/diagnostics/examples/${name}`;
      const { files, expected } = readExample(path, readFileSync(join(folder, name), 'utf8'));
      const told = compileAll(files)
        // The base is hardly translated, which is told of every example.
        .diagnostics.filter((one) => one.code !== 'DLG503' || code === 'DLG503')
        .map(({ code: found, line, column, message, remedy }) => ({
          code: found,
          line,
          column,
          message,
          remedy,
        }));
      expect(told).to.deep.equal(expected);
      expect(expected.map((one) => one.code)).to.include(code);
    });
  }

  it('finds an example for every code there is', () => {
    expect(names).to.deep.equal(Object.keys(DIAGNOSTICS).map((code) => `${code}.yaml`));
  });

  it('is told nothing when there is no mistake', () => {
    const told = compileAll(baseWith()).diagnostics.filter((one) => one.code !== 'DLG503');
    expect(told).to.deep.equal([]);
  });
});
