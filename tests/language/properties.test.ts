import { expect } from 'chai';
import * as fc from 'fast-check';
import { join } from 'node:path';
import { compileAll } from '../../bot/language/compile.ts';
import { showDiagnostic } from '../../bot/language/code-frame.ts';
import { readSources } from '../../bot/language/load.ts';
import { baseWith } from '../diagnostics/base.ts';

const root = join(import.meta.dirname, '..', '..');
const shipped = readSources(root).filter((file) => file.text.length < 20_000);
const base = baseWith();

/** Every diagnostic stands at a place that exists, and can be shown. */
function expectSound(files: readonly { path: string; text: string }[]): void {
  const { diagnostics } = compileAll(files);
  for (const one of diagnostics) {
    const text = files.find((file) => file.path === one.file)?.text;
    if (text !== undefined) {
      const lines = text.replace(/^\uFEFF/, '').split('\n');
      expect(one.line, one.message).to.be.within(1, lines.length);
      expect(one.column, one.message).to.be.within(1, (lines[one.line - 1] ?? '').length + 1);
    }
    expect(showDiagnostic(one, text)).to.include(one.message);
    expect(one.remedy).to.match(/[.?]$|`$/);
  }
}

/** Characters that mean something in YAML come often. */
const yamlish = fc.string({
  unit: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...`:{}[],-#&*!|>'"%@\`\n \t?~`.split(''),
        '\n  ',
        ': ',
        '- ',
        '__proto__',
        '<<',
      ),
    },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'dialog',
        'nodes',
        'next',
        'ask',
        'var',
        'when',
        'any',
        'not',
        'end',
        'null',
        'constructor',
      ),
    },
  ),
  maxLength: 60,
});

describe('the compiler, whatever is written', () => {
  it('never throws on arbitrary text in any file', () => {
    const paths = base.map((file) => file.path);
    fc.assert(
      fc.property(fc.constantFrom(...paths), yamlish, (path, text) => {
        expectSound(base.map((file) => (file.path === path ? { path, text } : file)));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('never throws when a shipped file is cut, doubled or garbled', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shipped),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 60 }),
        yamlish,
        (file, where, length, put) => {
          const at = Math.floor(where * file.text.length);
          const text = file.text.slice(0, at) + put + file.text.slice(at + length);
          expectSound([...base.filter((one) => one.path !== file.path), { path: file.path, text }]);
        },
      ),
      { numRuns: 300, seed: 11 },
    );
  });

  it('never throws when a line is gone, moved or indented', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shipped),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('gone', 'moved', 'indented', 'twice'),
        (file, first, second, what) => {
          const lines = file.text.split('\n');
          const [from, to] = [first % lines.length, second % lines.length];
          const line = lines[from] ?? '';
          if (what === 'indented') lines[from] = `  ${line}`;
          else if (what === 'twice') lines.splice(to, 0, line);
          else lines.splice(from, 1);
          if (what === 'moved') lines.splice(to, 0, line);
          expectSound([
            ...base.filter((one) => one.path !== file.path),
            { path: file.path, text: lines.join('\n') },
          ]);
        },
      ),
      { numRuns: 300, seed: 13 },
    );
  });

  it('survives what is written to break it', () => {
    for (const text of [
      'a: &a [*a]\n',
      'when: &c { any: [*c] }\n',
      `dialog: example\nnodes: ${'['.repeat(3000)}`,
      `dialog: example\nnodes: ${'{ a: '.repeat(3000)}`,
      'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n',
      'dialog: example\nnodes: { __proto__: { next: end }, constructor: { next: toString } }\nstart: constructor\n',
      '\uFEFFdialog: example\n',
      'dialog: example\r\nabout: x\r\n',
      '%YAML 9.9\n---\na: 1\n',
      '\u0000',
    ]) {
      expectSound([
        ...base.filter((one) => one.path !== 'dialogs/example.yaml'),
        { path: 'dialogs/example.yaml', text },
      ]);
    }
  });
});
