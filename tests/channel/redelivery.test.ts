import { expect } from 'chai';
import { MemoryStore } from '../../bot/store/memory.ts';
import { call } from './client.ts';
import { fromChannel, startConnector } from './connector.ts';
import { startService, TestClock, type Service } from './service.ts';

type Connector = Awaited<ReturnType<typeof startConnector>>;

describe('a reply that could not be sent', () => {
  let service: Service;
  let connector: Connector;
  let store: MemoryStore;
  let ids = 0;
  const send = (changed: object = {}) =>
    call(service.url, 'POST', '/api/messages', {
      body: fromChannel(connector.url, { id: `r${(ids += 1)}`, ...changed }),
    });
  const arrive = () => send({ type: 'conversationUpdate', membersAdded: [{ id: 'me' }] });
  beforeEach(async () => {
    store = new MemoryStore();
    service = await startService({ store });
    connector = await startConnector();
  });
  afterEach(async () => {
    await service.close();
    await connector.close();
  });

  it('because nobody was there goes out before the next one, in order', async () => {
    await arrive();
    await connector.close();
    expect((await send({ text: 'Find support' })).status).to.equal(200);
    expect(await store.undelivered()).to.have.length(1);
    connector = await startConnector(connector.port);
    await send({ text: 'Now' });
    expect(connector.texts().map((text) => text.slice(0, 4))).to.deep.equal(['Now ', 'What']);
    expect(await store.undelivered()).to.deep.equal([]);
  });

  it('because nobody was there is tried again after a while', async () => {
    await arrive();
    await connector.close();
    await send({ text: 'Find support' });
    expect(service.timers.waiting.some((timer) => timer.milliseconds === 2_000)).to.equal(true);
    connector = await startConnector(connector.port);
    service.timers.fire();
    await connector.count(1);
    expect(connector.texts()[0]).to.contain('Now or later?');
    expect(connector.received[0]?.activity).not.to.have.property('replyToId');
    expect(connector.received[0]?.path).to.equal('/v3/conversations/conv%7C1%20x/activities');
  });

  it('because the process ended first goes out when it starts again', async () => {
    await arrive();
    await connector.close();
    await send({ text: 'Find support' });
    await service.close();
    service = await startService({ store, clock: new TestClock() });
    connector = await startConnector(connector.port);
    await service.redelivery.start();
    expect(connector.texts()).to.have.length(1);
    expect(await store.undelivered()).to.deep.equal([]);
  });

  for (const status of [412, 429, 503]) {
    it(`because the channel says ${status}, not now, is kept and sent later, once`, async () => {
      await arrive();
      connector.answers.push(status);
      await send({ text: 'Find support' });
      expect(connector.received).to.have.length(2);
      expect(await store.undelivered()).to.have.length(1);
      service.timers.fire();
      await connector.count(3);
      expect(connector.texts()[2]).to.equal(connector.texts()[1]);
    });
  }

  for (const answer of [500, 502, 'hang up'] as const) {
    it(`or was sent, nobody knows (${answer}), is not said twice`, async () => {
      await arrive();
      connector.answers.push(answer);
      await send({ text: 'Find support' });
      expect(connector.received).to.have.length(2);
      expect(await store.undelivered()).to.deep.equal([]);
      service.timers.fire();
      await send({ text: 'Now' });
      expect(connector.texts().map((text) => text.slice(0, 4))).to.deep.equal(['Hell', 'Now ', 'What']);
      expect(service.lines.join('\n')).to.contain('unclear');
    });
  }

  for (const status of [400, 403, 404, 413]) {
    it(`because the channel will never take it (${status}) is not tried again`, async () => {
      await arrive();
      connector.answers.push(status);
      expect((await send({ text: 'Find support' })).status).to.equal(200);
      expect(await store.undelivered()).to.deep.equal([]);
      expect(service.lines.join('\n')).to.contain(`refused:${status}`);
    });
  }

  it('is given up for a while after a few tries, and stays in the outbox', async () => {
    await arrive();
    await connector.close();
    await send({ text: 'Find support' });
    const failures = () => service.lines.filter((line) => line.includes('send-failed')).length;
    for (let tries = 1; tries <= 5; tries += 1) {
      service.timers.fire();
      await until(() => failures() > tries);
      await until(async () => (await store.undelivered()).length === 1);
    }
    // What waits now is the heartbeat of the streams alone.
    await until(() => service.timers.waiting.length === 1);
    expect(failures()).to.equal(6);
    connector = await startConnector(connector.port);
  });
});

/** Waits for something that other parts of the process bring about. */
async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setImmediate(resolve));
}
