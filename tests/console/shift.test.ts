import { expect } from 'chai';
import { startDesk, type StaffClient } from './client.ts';
import type { DeskServer } from './desk-server.ts';

const HOUR = 3_600_000;

describe('a console that stays open', () => {
  let server: DeskServer;
  let ana: StaffClient;
  let stream: { open: Promise<void>; close: () => void };
  let signedOut: Promise<void>;

  beforeEach(async function begin() {
    this.timeout(60_000);
    const helpline = await startDesk([{ name: 'Ana' }]);
    server = helpline.server;
    [ana] = helpline.staff as [StaffClient];
    signedOut = new Promise((heard) => {
      stream = ana.listen((event) => event.kind === 'signed-out' && heard());
    });
    await stream.open;
  });
  afterEach(async () => {
    stream.close();
    await server.close();
  });

  it('counts as use: a quiet afternoon signs nobody out', async () => {
    for (let hours = 0; hours < 5; hours += 1) server.pass(HOUR);
    expect((await ana.call('GET', 'me')).status).to.equal(200);
  });

  it('hears nothing more once the shift is over', async () => {
    server.pass(13 * HOUR);
    await signedOut;
    expect((await ana.call('GET', 'me')).status).to.equal(401);
  });

  it('is signed out after two hours when it was closed', async () => {
    stream.close();
    // The server has to notice that it is gone, or it would still count.
    while ((await ana.get<{ onDuty: { connected: boolean }[] }>('board')).onDuty.some((one) => one.connected))
      await Promise.resolve();
    server.pass(2 * HOUR + 60_000);
    expect((await ana.call('GET', 'me')).status).to.equal(401);
  });
});
