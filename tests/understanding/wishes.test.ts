import { expect } from 'chai';
import { join } from 'node:path';
import { compile, type SourceFile } from '../../bot/language/compile.ts';
import { readSources } from '../../bot/language/load.ts';

const shipped = readSources(join(import.meta.dirname, '..', '..'));

/** What an author is told when a piece of the file of interruptions is another. */
function told(from: string, to: string): string[] {
  const files = shipped.map((file): SourceFile => {
    if (file.path !== 'dialogs/interruptions.yaml') return file;
    expect(file.text).to.include(from);
    return { ...file, text: file.text.replace(from, to) };
  });
  const result = compile(files);
  return (result.ok ? result.warnings : result.diagnostics).map(({ code, message }) => `${code} ${message}`);
}

describe('an author who maps wishes to dialogs', () => {
  it('is told of a wish that nothing answers', () =>
    expect(told('  greeting: greeting\n', '').join('\n')).to.include(
      'DLG112 Nothing answers the wish `greeting`',
    ));
  it('is told of a dialog that there is not', () =>
    expect(told('  thanks: thanks\n', '  thanks: thnks\n').join('\n')).to.include('DLG102'));
  it('is told of a wish that nobody has', () =>
    expect(told('  thanks: thanks\n', '  thanks: thanks\n  dance: thanks\n').join('\n')).to.include(
      'DLG113',
    ));
  it('is told of a kind of support that there is not', () =>
    expect(told('option: one-on-one-peer', 'option: one-on-two').join('\n')).to.include('DLG301'));
  it('is told when nothing asks which wish was meant', () =>
    expect(told('did_you_mean: did-you-mean\n', '').join('\n')).to.include(
      'Nothing asks which wish was meant',
    ));
  it('is told when the dialog that asks has no place for what was meant', () =>
    expect(told('did_you_mean: did-you-mean\n', 'did_you_mean: thanks\n').join('\n')).to.include('DLG201'));
});
