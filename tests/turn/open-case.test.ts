import { expect } from 'chai';
import type { HandoffRequest } from '../../bot/domain/effect.ts';
import { advance } from '../../bot/handoff/case.ts';
import { MemoryCases } from '../../bot/store/cases.ts';
import { freshConversation } from '../../bot/engine/start.ts';
import { openCase } from '../../bot/turn/open-case.ts';
import { testBed } from '../engine/test-bed.ts';

const AT = '2026-11-20T15:00:00.000Z';
const LATER = '2026-11-20T15:20:00.000Z';
const conversation = freshConversation(testBed(), { language: 'en', country: 'US' });
const request: HandoffRequest = { way: 'live', lines: [], earlier: false, at: AT, language: 'en' };

describe('a request for a person whose turn is repeated', () => {
  it('opens one case', async () => {
    const cases = new MemoryCases();
    await openCase(cases, 'a', 'c', conversation, request, AT);
    await openCase(cases, 'a', 'c', conversation, request, LATER);
    expect(cases.all()).to.have.length(1);
    expect(cases.get('a')).to.include({ version: 1, createdAt: AT });
  });

  it('waits for someone also when the first try was given up meanwhile', async () => {
    const cases = new MemoryCases();
    await openCase(cases, 'a', 'c', conversation, request, AT);
    const opened = cases.get('a');
    if (opened === undefined) throw new Error('nothing was opened');
    const given = advance(opened, 'system', { kind: 'withdrawn' }, LATER);
    if (typeof given === 'string') throw new Error(given);
    await cases.commit(given, opened.version);
    await openCase(cases, 'a', 'c', conversation, request, LATER);
    expect(cases.get('a')).to.include({ state: 'requested', version: 3, createdAt: LATER });
    expect(cases.get('a')).not.to.have.property('closedAt');
  });
});
