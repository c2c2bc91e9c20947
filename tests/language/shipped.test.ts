import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosticsTable } from '../../bot/cli/diagnostics.ts';
import { schemaFiles } from '../../bot/cli/schema.ts';
import { CHAT_WORDS, ENGINE_WORDS, FIT_WORDS } from '../../bot/language/checks/engine-words.ts';
import { compileAll } from '../../bot/language/compile.ts';
import { KEY_HELP } from '../../bot/language/key-help.ts';
import { readSources } from '../../bot/language/load.ts';

const root = join(import.meta.dirname, '..', '..');

describe('what is shipped', () => {
  it('compiles without a fault, and without a warning but of translations', () => {
    const { diagnostics } = compileAll(readSources(root));
    const told = diagnostics
      .filter((one) => one.severity === 'error' || !one.code.startsWith('DLG5'))
      .map((one) => `${one.file}:${one.line} ${one.code} ${one.message}`);
    expect(told).to.deep.equal([]);
  });

  it('has current schemas for editors (`npm run nav -- schema`)', () => {
    for (const [path, text] of schemaFiles())
      expect(readFileSync(join(root, path), 'utf8'), path).to.equal(text);
  });

  it('helps authors with every key of a dialog in their editor', () => {
    const path = 'dialogs/dialog.schema.json';
    const keys = new Set<string>();
    collectKeys(JSON.parse(schemaFiles().get(path) ?? ''), keys);
    expect([...keys].filter((key) => !Object.hasOwn(KEY_HELP[path] ?? {}, key))).to.deep.equal([]);
    expect(Object.keys(KEY_HELP[path] ?? {}).filter((key) => !keys.has(key))).to.deep.equal([]);
  });

  it('has a current list of diagnostics (`npm run nav -- diagnostics --write`)', () => {
    expect(readFileSync(join(root, 'tests/diagnostics/README.md'), 'utf8')).to.equal(diagnosticsTable());
  });

  it('asks for words for every sentence that the engine says by itself', () => {
    const sources = filesIn(join(root, 'bot', 'engine')).map((path) => readFileSync(path, 'utf8'));
    const said = sources.flatMap((text) => [...text.matchAll(/\b(?:sayWord|word)\(([^)]*)\)/g)]);
    const ids = said.flatMap(([, inside = '']) =>
      [...inside.matchAll(/'([a-z]+(?:-[a-z]+)*)'/g)].map((match) => match[1] ?? ''),
    );
    expect(ids).not.to.deep.equal([]);
    expect(ids.filter((id) => ![...ENGINE_WORDS, ...CHAT_WORDS, ...FIT_WORDS].includes(id))).to.deep.equal(
      [],
    );
  });
});

function collectKeys(value: unknown, keys: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (name === 'properties') for (const key of Object.keys(inner as object)) keys.add(key);
    collectKeys(inner, keys);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
