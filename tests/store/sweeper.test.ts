import { expect } from 'chai';
import { setImmediate as nextRound } from 'node:timers/promises';
import { MemoryStore } from '../../bot/store/memory.ts';
import { type SweepOutcome, type Sweeper, startSweeper, type Timers } from '../../bot/store/sweeper.ts';
import { DAY, instant, recordOf } from './records.ts';

/** A clock and timers that move when a test says so. */
class Hand implements Timers {
  at = DAY;
  #waiting = new Map<number, { due: number; run: () => void }>();
  #count = 0;

  now(): number {
    return this.at;
  }

  after(ms: number, run: () => void): () => void {
    this.#count += 1;
    const key = this.#count;
    this.#waiting.set(key, { due: this.at + ms, run });
    return () => this.#waiting.delete(key);
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  /** Time passes until `seconds` after the beginning; what falls due on the way happens at its own moment. */
  async until(seconds: number): Promise<void> {
    const end = DAY + seconds * 1000;
    await nextRound();
    for (;;) {
      const next = [...this.#waiting].sort(([, a], [, b]) => a.due - b.due)[0];
      if (!next || next[1].due > end) break;
      this.#waiting.delete(next[0]);
      this.at = Math.max(this.at, next[1].due);
      next[1].run();
      await nextRound();
    }
    this.at = end;
  }
}

describe('sweeper', () => {
  let hand: Hand;
  let store: MemoryStore;
  let outcomes: SweepOutcome[];
  let sweeper: Sweeper;

  function start(): void {
    sweeper = startSweeper({
      store,
      clock: hand,
      timers: hand,
      period: 60_000,
      report: (outcome) => outcomes.push(outcome),
    });
  }

  beforeEach(() => {
    hand = new Hand();
    store = new MemoryStore();
    outcomes = [];
  });
  afterEach(() => sweeper.stop());

  const there = async (id: string): Promise<boolean> => (await store.load(id)) !== undefined;

  it('deletes at the start what expired while nobody was running', async () => {
    await store.commit(recordOf('a', 1, { expiresAt: instant(-1) }), null);
    start();
    await hand.until(0);
    expect(await there('a')).to.equal(false);
    expect(outcomes).to.deep.equal([{ removed: 1 }]);
  });

  it('deletes a conversation at its moment, not at the next full minute', async () => {
    start();
    await hand.until(5);
    await store.commit(recordOf('later', 1, { expiresAt: instant(100) }), null);
    await store.commit(recordOf('soon', 1, { expiresAt: instant(20) }), null);
    await hand.until(19.999);
    expect(await there('soon')).to.equal(true);
    await hand.until(20);
    expect(await there('soon')).to.equal(false);
    await hand.until(99.999);
    expect(await there('later')).to.equal(true);
    await hand.until(100);
    expect(await there('later')).to.equal(false);
  });

  it('follows a conversation whose end moves with each visit', async () => {
    await store.commit(recordOf('a', 1, { expiresAt: instant(20) }), null);
    start();
    await hand.until(10);
    await store.commit(recordOf('a', 2, { expiresAt: instant(35) }), 1);
    await hand.until(34.999);
    expect(await there('a')).to.equal(true);
    await hand.until(35);
    expect(await there('a')).to.equal(false);
  });

  it('sweeps at least once a period, and does not spin', async () => {
    start();
    await hand.until(600);
    expect(outcomes).to.have.length(11);
    expect(hand.waiting).to.equal(1);
  });

  it('tells of a failure, rests for a period and tries again', async () => {
    const sweep = store.sweep.bind(store);
    let broken = true;
    store.sweep = (now) => (broken ? Promise.reject(new Error('disk')) : sweep(now));
    await store.commit(recordOf('a', 1, { expiresAt: instant(-5) }), null);
    start();
    await hand.until(30);
    expect(outcomes).to.have.length(1);
    expect(outcomes[0]).to.have.property('failed');
    // Something due even sooner does not shorten the rest.
    await store.commit(recordOf('b', 1, { expiresAt: instant(-9) }), null);
    await hand.until(59);
    expect(outcomes).to.have.length(1);
    broken = false;
    await hand.until(60);
    expect(outcomes[1]).to.deep.equal({ removed: 2 });
  });

  it('waits no longer than a period when the clock is set back', async () => {
    start();
    await hand.until(0);
    const before = outcomes.length;
    hand.at -= 3_600_000;
    await store.commit(recordOf('a', 1, { expiresAt: instant(-3500) }), null);
    await hand.until(-3500);
    expect(await there('a')).to.equal(false);
    expect(outcomes.length).to.be.greaterThan(before);
  });

  it('stops for good, and waits for the sweep under way', async () => {
    start();
    await sweeper.stop();
    expect(outcomes).to.have.length(1);
    await store.commit(recordOf('a', 1, { expiresAt: instant(1) }), null);
    await hand.until(600);
    expect(outcomes).to.have.length(1);
    expect(hand.waiting).to.equal(0);
  });

  it('does not keep the process alive', async () => {
    const holding = (): number =>
      process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    // Mocha's own timer starts with the first wait.
    await nextRound();
    const before = holding();
    sweeper = startSweeper({ store, clock: hand });
    await nextRound();
    expect(holding()).to.equal(before);
  });
});
