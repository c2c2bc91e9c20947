import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { URGENT } from '../../bot/domain/signal.ts';
import { loadAssess } from '../../bot/safety/load-assess.ts';

const messages = parse(readFileSync(new URL('frightened.yaml', import.meta.url), 'utf8')) as Record<
  'en' | 'es',
  string[]
>;

describe('someone who is frightened, and safe', () => {
  it('meets an alarm in two of fifty messages at most', async function alarms() {
    this.timeout(60_000);
    const safety = await loadAssess('resources/safety');
    if (!('ok' in safety)) throw new Error('the rules have errors');
    const all = [...messages.en, ...messages.es];
    expect(all).to.have.length(50);
    const alarmed = all.filter((text) => {
      const signal = safety.ok(text);
      return signal !== null && URGENT.has(signal.kind);
    });
    expect(alarmed.length, alarmed.join('\n')).to.be.at.most(2);
  });
});
