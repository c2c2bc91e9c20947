import { expect } from 'chai';
import { titleOf } from '../../bot/web/console/state/title-of.ts';
import { WORDS } from '../../bot/web/console/words/words.ts';

describe('what a case is called', () => {
  const safety = { at: '2026-11-20T09:00:00Z', kind: 'suicide' } as const;

  it('is what the person wants, in their words', () => {
    expect(titleOf({ wants: 'Help with rent', safety }, WORDS.en)).to.equal('Help with rent');
  });

  it('is that a safety line was shown, when no wish was given', () => {
    expect(titleOf({ wants: '', safety }, WORDS.en)).to.equal('A safety line was shown');
    expect(titleOf({ wants: '', safety: null }, WORDS.en)).to.equal('No wish given');
    expect(titleOf({ wants: '', safety }, WORDS.es)).to.equal(WORDS.es.happened['safety-shown']);
  });
});
