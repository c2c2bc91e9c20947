import { expect } from 'chai';
import { createLog } from '../../bot/http/log.ts';
import { NOON } from '../engine/test-bed.ts';

describe('the log', () => {
  it('takes ids, codes, counts and durations, and withholds anything that could be a sentence', () => {
    const lines: string[] = [];
    const log = createLog((line) => lines.push(line), { now: () => NOON });
    log('turn-failed', { conversation: 'c_1-a', code: 'EIO', ms: 12, again: true, said: 'I am so tired' });
    log('started');
    expect(lines.map((line) => JSON.parse(line))).to.deep.equal([
      {
        at: '2026-11-20T12:00:00.000Z',
        event: 'turn-failed',
        conversation: 'c_1-a',
        code: 'EIO',
        ms: 12,
        again: true,
        said: '(withheld)',
      },
      { at: '2026-11-20T12:00:00.000Z', event: 'started' },
    ]);
  });
});
