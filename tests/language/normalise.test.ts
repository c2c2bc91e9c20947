import { expect } from 'chai';
import fc from 'fast-check';
import { normalise } from '../../bot/language/normalise.ts';

describe('folding what is typed', () => {
  it('takes off accents, case, marks and what cannot be seen, and joins apostrophes', () => {
    expect(normalise('  ¿Qué\u200b PASÓ?  ')).to.equal('que paso');
    expect(normalise("I'm in the E.R. — don’t")).to.equal('im in the e r dont');
  });

  it('gives for plain letters what the long way gives', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'Z', 'k', 'K', '0', '9', ' '), maxLength: 40 });
    fc.assert(
      fc.property(plain, (text) => {
        // A mark at the end says nothing, and plain letters are not alone any more.
        expect(normalise(text)).to.equal(normalise(`${text}.`));
      }),
    );
  });
});
