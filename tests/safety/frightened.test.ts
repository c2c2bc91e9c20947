import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { URGENT } from '../../bot/domain/signal.ts';
import { loadAssess } from '../../bot/safety/load-assess.ts';

/** Alarms that a hundred frightened people may be shown. More, and the bot teaches them not to say that they are afraid. */
const MOST_ALARMS = 4;

describe('someone who is frightened and safe', () => {
  let messages: string[];
  before(async () => {
    const { en, es } = parse(await readFile('tests/safety/frightened.yaml', 'utf8'));
    messages = [...en, ...es];
  });

  it('meets an alarm in two of fifty messages at most', async () => {
    const loaded = await loadAssess('resources/safety');
    if (!('ok' in loaded)) throw new Error('the shipped rules do not load');
    const alarmed = messages.filter((text) => {
      const signal = loaded.ok(text);
      return signal !== null && URGENT.has(signal.kind);
    });
    expect(messages).to.have.length(100);
    expect(alarmed.length, alarmed.join(' | ')).to.be.at.most(MOST_ALARMS);
  }).timeout(20_000);

  it('was not among the examples that the check learns from', async () => {
    const folder = 'resources/safety/examples';
    const taught = new Set<string>();
    for (const name of await readdir(folder)) {
      if (!name.endsWith('.yaml') || name === 'words.yaml') continue;
      const { en, es } = parse(await readFile(join(folder, name), 'utf8'));
      for (const phrase of [...en, ...es]) taught.add(plain(phrase));
    }
    expect(messages.filter((text) => taught.has(plain(text)))).to.deep.equal([]);
  });
});

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
