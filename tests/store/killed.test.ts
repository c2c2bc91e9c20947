import { times } from '../effort.ts';
import { expect } from 'chai';
import { openLowdbStore } from '../../bot/store/lowdb/open.ts';
import { filesBelow, folders } from './folder.ts';
import { Holder } from './process.ts';

const TRIALS = times(15);

/** Park and Miller's generator: the same moments in every run. */
function* chances(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48271) % 2147483647;
    yield state;
  }
}

describe('embedded store: the process is killed while people write', function () {
  // So many processes are started one after the other.
  this.timeout(TRIALS * 4000);
  const folder = folders();

  it(`keeps every answer it acknowledged, ${TRIALS} times in a row, and is back at once`, async () => {
    const here = folder();
    const moments = chances(42);
    let leftovers = 0;
    for (let trial = 0; trial < TRIALS; trial += 1) {
      const holder = new Holder(here, 'write');
      await holder.said(2 + (moments.next().value % 120));
      await holder.kill();
      expect(holder.lines[0]).to.equal('open');

      const store = await openLowdbStore({ folder: here });
      expect(store.opened.damaged).to.equal(0);
      leftovers += store.opened.leftovers;
      expect(filesBelow(here).filter((path) => path.endsWith('.tmp'))).to.deep.equal([]);
      for (const id of ['a', 'b', 'c']) {
        const acknowledged = holder.lines.filter((line) => line.startsWith(`${id} `)).at(-1);
        if (acknowledged === undefined) continue;
        const least = Number(acknowledged.split(' ')[1]);
        const record = await store.load(id);
        // The one under way may have made it too.
        expect([least, least + 1]).to.include(record?.version);
        const reference = record?.reference as { text: string; length: number } | undefined;
        expect(reference?.text).to.have.length(reference?.length ?? -1);
      }
      await store.close();
    }
    // Otherwise no process was killed in the middle of a write, and nothing was shown.
    expect(leftovers).to.be.greaterThan(0);
  });
});
