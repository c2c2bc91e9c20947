import { expect } from 'chai';
import { assess } from '../../bot/safety/assess.ts';
import { loadSafety } from '../../bot/safety/load.ts';
import type { SafetyRules } from '../../bot/safety/rules.ts';

describe('what arrives may be anything', () => {
  let rules: SafetyRules;
  before(async () => {
    const loaded = await loadSafety('resources/safety');
    if ('problems' in loaded) throw new Error(`${loaded.problems.length} problems in the rules`);
    rules = loaded.ok;
  });
  const kind = (text: string): string | null => assess(rules, text)?.kind ?? null;

  it('finds nothing in nothing', () => {
    for (const text of [
      '',
      ' ',
      '\n\n',
      '...',
      '?',
      '\u0000',
      '\uD800',
      '\uDC00\uD800',
      '🙂',
      '——',
      '\u202E',
    ])
      expect(kind(text), JSON.stringify(text)).to.equal(null);
  });

  it('finds nothing in a hundred thousand brackets, quotes, stars or digits', () => {
    for (const mark of [
      '(',
      ')',
      '[',
      '"',
      "'",
      '*',
      '$',
      '!',
      '@',
      '-',
      '.',
      ',',
      ';',
      '\\',
      '7',
      '🙂',
      'x',
      '\u0301',
      '\u200b',
    ])
      expect(kind(mark.repeat(100_000)), mark).to.equal(null);
  });

  it('hears a sentence under a mountain of other words', () => {
    const noise = 'we walked to the park and the bus was late again. '.repeat(2000);
    expect(noise.length).to.be.greaterThan(99_000);
    expect(kind(`${noise}I want to kill myself`)).to.equal('suicide');
    expect(kind(`I want to kill myself. ${noise}`)).to.equal('suicide');
    expect(kind(`${noise}me quiero morir`)).to.equal('suicide');
  });

  it('hears a sentence at the end of a text without any full stop', () => {
    const noise = 'blah '.repeat(20_000);
    expect(kind(`${noise}my husband punched me`)).to.equal('abuse');
    expect(kind(`${noise}I cannot breathe`)).to.equal('medical');
  });

  it('hears through invisible characters, marks of direction and full-width letters', () => {
    expect(kind('I want to k\u200bill my\u200dself')).to.equal('suicide');
    expect(kind('\u202EI want to kill myself\u202C')).to.equal('suicide');
    expect(kind('\uFEFFI want to die\u200E')).to.equal('suicide');
    expect(kind('I want to ki\u0301ll myself')).to.equal('suicide');
    expect(kind('Ｉ ｗａｎｔ ｔｏ ｄｉｅ')).to.equal('suicide');
    expect(kind('I\u00a0want\u00a0to\u00a0die')).to.equal('suicide');
  });

  it('hears through curly apostrophes, missing apostrophes and capitals', () => {
    for (const text of [
      'I don’t want to live anymore',
      'i dont want to live anymore',
      'I DON´T WANT TO LIVE ANYMORE',
    ])
      expect(kind(text), text).to.equal('suicide');
  });

  it('hears both languages in one message', () => {
    expect(kind('hola, quiero morirme, please help')).to.equal('suicide');
    expect(kind('my mom says ya no quiere vivir')).to.equal('suicide');
    expect(kind('no puedo respirar, please send someone')).to.equal('medical');
  });

  it('shows both when both are said', () => {
    const signal = assess(rules, 'My husband hits me. I want to kill myself.');
    expect([signal?.kind, signal?.also]).to.deep.equal(['suicide', 'abuse']);
    const overdose = assess(rules, 'I took all my pills because I want to die');
    expect([overdose?.kind, overdose?.also]).to.deep.equal(['suicide', 'medical']);
  });
});
