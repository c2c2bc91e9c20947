import { expect } from 'chai';
import { call, type Granted } from './client.ts';
import { officialClient, STATUS } from './directlinejs.ts';
import { startService, type Service } from './service.ts';

/** botframework-directlinejs as it is published: what Web Chat and most other clients are built on. */
describe('the official Direct Line client', () => {
  let service: Service;
  const clients: { stop(): void }[] = [];
  beforeEach(async () => {
    service = await startService({ secret: 'a-secret-of-enough-characters' });
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop();
    await service.close();
  });
  const connect = (options: object) => {
    const client = officialClient(service.url, options);
    clients.push(client);
    return client;
  };
  const token = async () =>
    (
      (
        await call(service.url, 'POST', '/v3/directline/tokens/generate', {
          token: 'a-secret-of-enough-characters',
        })
      ).json as Granted
    ).token;

  for (const webSocket of [true, false]) {
    it(`talks ${webSocket ? 'over a WebSocket' : 'by polling'}`, async () => {
      const person = connect({ token: await token(), webSocket });
      await person.hears('Hello.');
      const id = await person.say('Find support', 'c-1');
      await person.hears('Now or later?');
      const mine = person.heard.find((one) => one.channelData?.clientActivityID === 'c-1');
      expect(mine).to.include({ id, text: 'Find support' });
      await person.say('Now', 'c-2');
      await person.hears('What would help?');
      expect(person.client.connectionStatus$.getValue()).to.equal(STATUS.online);
      expect(new Set(person.heard.map((one) => one.id)).size).to.equal(person.heard.length);
    });
  }

  it('talks with the secret instead of a token', async () => {
    const person = connect({ secret: 'a-secret-of-enough-characters' });
    await person.hears('Hello.');
    await person.say('Find support', 'c-1');
    await person.hears('Now or later?');
  });

  it('goes on with a conversation after a reload, and shows all of it', async () => {
    const first = connect({ token: await token() });
    await first.hears('Hello.');
    await first.say('Find support', 'c-1');
    await first.hears('Now or later?');
    const conversationId = first.heard[0]?.id.split('.')[0] ?? '';
    first.stop();
    const granted = (
      await call(service.url, 'GET', `/v3/directline/conversations/${conversationId}`, {
        token: 'a-secret-of-enough-characters',
      })
    ).json as Granted;
    const second = connect({ token: granted.token, conversationId });
    await second.hears('Now or later?');
    expect(second.heard.map((one) => one.text?.slice(0, 5))).to.deep.equal(['Hello', 'Find ', 'Now o']);
  });

  it('shows its users that a token has expired, and goes on with a new one', async () => {
    const person = connect({ token: await token(), webSocket: false });
    await person.hears('Hello.');
    service.clock.pass(31 * 60_000);
    await person.status(STATUS.expiredToken);
    const conversationId = person.heard[0]?.id.split('.')[0] ?? '';
    const granted = (
      await call(service.url, 'GET', `/v3/directline/conversations/${conversationId}`, {
        token: 'a-secret-of-enough-characters',
      })
    ).json as Granted;
    person.client.reconnect(granted);
    await person.status(STATUS.online);
    await person.say('Find support', 'c-1');
    await person.hears('Now or later?');
  });

  it('ends when the conversation is deleted', async () => {
    const person = connect({ token: await token(), webSocket: false });
    await person.hears('Hello.');
    const conversationId = person.heard[0]?.id.split('.')[0] ?? '';
    await service.store.erase(conversationId);
    await person.status(STATUS.ended);
  });
});
