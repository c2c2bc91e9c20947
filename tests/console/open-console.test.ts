import { expect } from 'chai';
import type { Board } from '../../bot/domain/console.ts';
import { Shift } from './shift.ts';

const HOUR = 3_600_000;

describe('a console that stays open', () => {
  let shift: Shift;
  let signedOut: Promise<void>;
  let close: () => void;

  beforeEach(async function begin() {
    this.timeout(60_000);
    shift = await Shift.begin();
    const { promise, resolve } = Promise.withResolvers<void>();
    signedOut = promise;
    const stream = shift.ana.listen((event) => event.kind === 'signed-out' && resolve());
    close = stream.close;
    await stream.open;
  });
  afterEach(() => {
    close();
    return shift.end();
  });

  it('counts as use: a quiet afternoon signs nobody out', async () => {
    for (let hours = 0; hours < 5; hours += 1) shift.server.pass(HOUR);
    expect((await shift.ana.call('GET', 'me')).status).to.equal(200);
  });

  it('hears nothing more once the shift is over', async () => {
    shift.server.pass(13 * HOUR);
    await signedOut;
    expect((await shift.ana.call('GET', 'me')).status).to.equal(401);
  });

  it('is signed out after two hours when it was closed', async () => {
    close();
    // The server has to notice that it is gone, or it would still count.
    const isThere = async () =>
      (await shift.ana.get<Board>('board')).onDuty.some(({ name, connected }) => name === 'Ana' && connected);
    while (await isThere()) await Promise.resolve();
    shift.server.pass(2 * HOUR + 60_000);
    expect((await shift.ana.call('GET', 'me')).status).to.equal(401);
  });
});
