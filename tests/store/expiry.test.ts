import { expect } from 'chai';
import * as fc from 'fast-check';
import { ExpiryIndex } from '../../bot/store/expiry.ts';

describe('expiry index', () => {
  it('knows what is due and what comes next, whatever was set, moved and removed', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd');
    const at = fc.integer({ min: -200_000, max: 400_000 });
    const step = fc.oneof(
      fc.tuple(fc.constant('set' as const), key, at),
      fc.tuple(fc.constant('delete' as const), key, at),
    );
    fc.assert(
      fc.property(fc.array(step), at, (steps, now) => {
        const index = new ExpiryIndex();
        const plain = new Map<string, number>();
        let sooner = 0;
        index.listen(() => {
          sooner += 1;
        });
        for (const [what, name, when] of steps) {
          const soonest = index.soonest();
          const heard = sooner;
          if (what === 'set') {
            plain.set(name, when);
            index.set(name, when);
            if (when < (soonest ?? Number.POSITIVE_INFINITY)) expect(sooner).to.equal(heard + 1);
          } else {
            plain.delete(name);
            index.delete(name);
          }
        }
        const due = [...plain].filter(([, when]) => when <= now).map(([name]) => name);
        expect(index.due(now).sort()).to.deep.equal(due.sort());
        const soonest = plain.size === 0 ? undefined : Math.min(...plain.values());
        expect(index.soonest()).to.equal(soonest);
        expect(index.size).to.equal(plain.size);
        for (const name of ['a', 'b', 'c', 'd']) expect(index.get(name)).to.equal(plain.get(name));
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
