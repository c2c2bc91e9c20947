import { expect } from 'chai';
import { OnDuty } from '../../bot/console/duty.ts';
import type { Board, Me } from '../../bot/domain/console.ts';
import { LIMITS } from '../../bot/handoff/limits.ts';
import { Shift } from './shift.ts';

const START = Date.UTC(2026, 10, 20, 18);

describe('being available', () => {
  it('lasts over a reload and a lost connection, and not over the way home', () => {
    let time = START;
    const duty = new OnDuty({ now: () => time });
    const close = duty.opened('ana');
    duty.set('ana', 'available');
    close();
    time += LIMITS.away - 1;
    duty.opened('ana')();
    expect(duty.duty('ana')).to.equal('available');
    time += LIMITS.away;
    expect(duty.duty('ana')).to.equal('off');
    expect(duty.since('ana')).to.equal(time);
    // The next morning a console is opened, and nothing is carried over.
    time += 12 * 3_600_000;
    duty.opened('ana');
    expect(duty.duty('ana')).to.equal('off');
  });

  it('lasts as long as a console is open, however long nothing happens', () => {
    let time = START;
    const duty = new OnDuty({ now: () => time });
    const other = duty.opened('ana');
    duty.opened('ana');
    duty.set('ana', 'paused');
    other();
    time += 11 * 3_600_000;
    expect(duty.duty('ana')).to.equal('paused');
  });
});

describe('a shift', () => {
  let shift: Shift;
  before(async function begin() {
    this.timeout(60_000);
    shift = await Shift.begin();
  });
  after(() => shift?.end());

  it('begins off duty each time someone signs in, and a second window changes nothing', async () => {
    const { ana, server } = shift;
    await shift.onDuty(ana);
    await ana.signInAgain();
    expect((await ana.get<Me>('me')).duty).to.equal('available');
    const { promise: out, resolve } = Promise.withResolvers<void>();
    await shift.listens(ana, ({ kind }) => kind === 'signed-out' && resolve());
    // Longer than any session: the console is signed out, and its owner signs in again for the next shift.
    server.pass(13 * 3_600_000);
    await out;
    await ana.signInAgain();
    expect((await ana.get<Me>('me')).duty).to.equal('off');
    expect((await ana.get<Board>('board')).chat).to.include({ open: false, why: 'nobody-on-duty' });
  });

  it('ends off duty for every window that is open', async () => {
    const { ana } = shift;
    await shift.onDuty(ana);
    await ana.post('check-out');
    expect((await ana.get<Me>('me')).duty).to.equal('off');
    await shift.listens(ana);
    expect((await ana.get<Me>('me')).duty).to.equal('off');
  });
});
