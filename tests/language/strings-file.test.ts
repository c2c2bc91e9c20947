import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeStrings } from '../../bot/cli/strings-file.ts';
import { runNav } from '../../bot/cli/run-nav.ts';
import { smallRoot } from './small-root.ts';

const before = `# For Spanish, usted.
language: es
strings:
  # Keep this short.
  a.one: { of: "111111", text: Uno. }
  a.three:
    of: old000
    text: >-
      Tres, y
      algo más.
`;
const rows = [
  { key: 'a.one', of: '111111', state: 'translated' as const, text: 'One.' },
  { key: 'a.two', of: '222222', state: 'missing' as const, text: 'Two: with\n a colon.' },
  { key: 'a.three', of: '333333', state: 'stale' as const, text: 'Three, changed.' },
];

function merge(text: string, with_: Parameters<typeof mergeStrings>[1]): string {
  const merged = mergeStrings(text, with_);
  if ('problem' in merged) expect.fail(merged.problem);
  return merged.text;
}

describe('a translator', () => {
  it('gets a line for each missing text, in its place, with the English above', () => {
    const text = merge(before, rows);
    expect(text).to.include('  # Two: with a colon.\n  a.two:\n    of: "222222"\n    text: ""\n');
    expect(text.indexOf('a.one')).to.be.lessThan(text.indexOf('a.two'));
    expect(text.indexOf('a.two')).to.be.lessThan(text.indexOf('a.three'));
  });

  it('keeps every word, comment and fingerprint of their own', () => {
    const text = merge(before, rows);
    for (const kept of [
      '# For Spanish, usted.',
      '# Keep this short.',
      'Uno.',
      'of: old000',
      'Tres, y',
      'algo más.',
    ]) {
      expect(text).to.include(kept);
    }
  });

  it('sees above a stale line what the English is now, until it is mended', () => {
    const text = merge(before, rows);
    expect(text).to.include('  # The English has changed, and is now 333333: Three, changed.\n  a.three:');
    const mended = merge(
      text,
      rows.map((row) => ({ ...row, state: 'translated' as const })),
    );
    expect(mended).not.to.include('The English has changed');
  });

  it('finds nothing changed when it is done twice', () => {
    const once = merge(before, rows);
    expect(merge(once, rows)).to.equal(once);
  });

  it('is told when the file cannot be read, and nothing is written', () => {
    expect(mergeStrings('language: es\nstrings: [', rows)).to.have.property('problem');
  });

  it('can write the file with one command, and then translate', async () => {
    const at = smallRoot();
    expect(await runNav(['strings', '--write'], at.io)).to.equal(0);
    const path = join(at.root, 'dialogs/strings/es.yaml');
    const text = readFileSync(path, 'utf8');
    expect(text).to.include('# How is now?\n  home.mood.ask.text:');
    at.write(
      'dialogs/strings/es.yaml',
      text.replace(/(home\.mood\.ask\.text:\n {4}of: "[0-9a-f]{6}"\n {4}text: )""/, '$1¿Cómo está?'),
    );
    expect(await runNav(['strings', '--json', '--all'], at.io)).to.equal(0);
    const said = JSON.parse(at.out.at(-1) ?? '') as { rows: { key: string; state: string }[] };
    expect(said.rows.find((row) => row.key === 'home.mood.ask.text')?.state).to.equal('translated');
    expect(await runNav(['check'], at.io)).to.equal(0);
    at.remove();
  });
});
