import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { call } from './client.ts';
import { fromChannel, startConnector } from './connector.ts';
import { startService, type Service, type ServiceOptions } from './service.ts';

type Connector = Awaited<ReturnType<typeof startConnector>>;

describe('someone who writes over a Bot Framework channel', () => {
  let service: Service;
  let connector: Connector;
  const begin = async (options: ServiceOptions = {}) => {
    service = await startService(options);
    connector = await startConnector();
  };
  afterEach(async () => {
    await service.close();
    await connector.close();
  });
  let ids = 0;
  const send = (changed: object = {}, headers: Record<string, string> = {}) =>
    call(service.url, 'POST', '/api/messages', {
      body: fromChannel(connector.url, { id: `a${(ids += 1)}`, ...changed }),
      headers,
    });
  /** What the button of that name carries in the latest message. */
  const buttonNamed = (title: string): unknown =>
    connector.received.at(-1)?.activity.suggestedActions?.actions.find((action) => action.title === title)
      ?.value;
  const arrive = () => send({ type: 'conversationUpdate', membersAdded: [{ id: 'me' }, { id: 'bot' }] });

  it('is greeted, answered, and answered in their own conversation', async () => {
    await begin();
    expect((await arrive()).status).to.equal(200);
    expect((await send({ text: 'Find support' })).status).to.equal(200);
    expect(connector.texts().map((text) => text.slice(0, 6))).to.deep.equal(['Hello.', 'Now or']);
    expect(connector.received[1]?.path).to.match(/^\/v3\/conversations\/conv%7C1%20x\/activities\/a\d+$/);
    expect(connector.received[1]?.activity.from.id).to.equal('bot');
  });

  it('is greeted once, though a channel may say twice that they came', async () => {
    await begin();
    await arrive();
    await arrive();
    expect(connector.received).to.have.length(1);
  });

  it('is answered once when the channel delivers the same activity again', async () => {
    await begin();
    await arrive();
    await Promise.all([
      send({ id: 'same', text: 'Find support' }),
      send({ id: 'same', text: 'Find support' }),
    ]);
    await send({ id: 'same', text: 'Find support' });
    expect(connector.received).to.have.length(2);
  });

  it('can press a button of a card, which sends a value and no text', async () => {
    await begin();
    await arrive();
    const value = buttonNamed('Find support');
    await send({ text: undefined, value });
    expect(connector.texts().at(-1)).to.contain('Now or later?');
  });

  it('gets buttons as their channel knows them', async () => {
    await begin();
    await send({ channelId: 'msteams', type: 'conversationUpdate', membersAdded: [{ id: 'me' }] });
    const teams = connector.received[0]?.activity;
    expect(teams).not.to.have.property('suggestedActions');
    expect(teams?.attachments?.at(-1)?.contentType).to.equal('application/vnd.microsoft.card.adaptive');
    await send({ channelId: 'webchat', type: 'conversationUpdate', membersAdded: [{ id: 'me' }] });
    const web = connector.received[1]?.activity;
    expect(web?.suggestedActions?.actions[0]?.type).to.equal('messageBack');
    expect(web?.channelData?.navigator?.v).to.equal(1);
  });

  it('is one person on one channel: the same id elsewhere is another conversation', async () => {
    await begin();
    await arrive();
    await send({ channelId: 'directline', type: 'conversationUpdate', membersAdded: [{ id: 'me' }] });
    expect(connector.texts().filter((text) => text.startsWith('Hello.'))).to.have.length(2);
  });

  it('gets the replies in the answer when the caller waits for them, also when it asks again', async () => {
    await begin();
    await arrive();
    const first = await send({ id: 'e1', text: 'Find support', deliveryMode: 'expectReplies' });
    expect(first.json.activities.map((one: { text: string }) => one.text.slice(0, 6))).to.deep.equal([
      'Now or',
    ]);
    const again = await send({ id: 'e1', text: 'Find support', deliveryMode: 'expectReplies' });
    expect(again.json.activities).to.have.length(1);
    expect(connector.received).to.have.length(1);
    expect(await service.store.undelivered()).to.deep.equal([]);
  });

  it('who deletes everything reads the last words, and nothing is kept', async () => {
    await begin();
    await arrive();
    await send({ text: 'delete my chat' });
    await send({ text: 'Yes' });
    expect(connector.texts().at(-1)).to.equal('It is gone.');
    expect(await service.store.load(conversationId)).to.equal(undefined);
  });

  it('is not answered in a group, where others would read along', async () => {
    await begin();
    for (const conversation of [
      { id: 'g', isGroup: true },
      { id: 'g', conversationType: 'channel' },
      { id: 'g', conversationType: 'groupChat' },
    ]) {
      expect((await send({ conversation })).status).to.equal(200);
    }
    expect(connector.received).to.have.length(0);
  });

  it('is told kindly that a file cannot be taken', async () => {
    await begin();
    await arrive();
    await send({
      text: undefined,
      locale: 'es-MX',
      attachments: [{ contentType: 'image/png', contentUrl: 'x' }],
    });
    expect(connector.texts().at(-1)).to.contain('no se guardó');
  });

  it('is told calmly when a turn fails, and the log has no word of theirs', async () => {
    await begin({ runTurn: () => Promise.reject(new Error('secret words of mine')) });
    expect((await send({ text: 'secret words of mine' })).status).to.equal(200);
    expect(connector.texts()[0]).to.match(/Something went wrong on our side/);
    expect(service.lines.join('\n')).to.contain('turn-failed').and.not.to.contain('secret');
  });

  it('is not kept waiting for what no bot answers', async () => {
    await begin();
    for (const type of [
      'typing',
      'messageReaction',
      'endOfConversation',
      'installationUpdate',
      'no-such-type',
    ]) {
      expect((await send({ type })).status, type).to.equal(200);
    }
    expect((await send({ type: 'invoke', name: 'x' })).status).to.equal(501);
    expect(connector.received).to.have.length(0);
  });

  it('is kept without names: only what it takes to answer later', async () => {
    await begin();
    await arrive();
    const record = await service.store.load(conversationId);
    expect(JSON.stringify(record?.reference)).to.contain('"user":{"id":"me"}').and.not.to.contain('My Name');
  });
});

/** Our id of the conversation of `fromChannel`. */
const conversationId = `c_${createHash('sha256')
  .update(JSON.stringify(['emulator', 'conv|1 x']))
  .digest('base64url')}`;

describe('whoever calls /api/messages', () => {
  let service: Service;
  const begin = async (options: ServiceOptions = {}) => (service = await startService(options));
  afterEach(() => service.close());
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    call(service.url, 'POST', '/api/messages', { body, headers });

  it('is told what an activity lacks, in the official form', async () => {
    await begin();
    const whole = fromChannel('http://127.0.0.1:1');
    for (const lacking of [
      { ...whole, type: undefined },
      { ...whole, serviceUrl: undefined },
      { ...whole, serviceUrl: 'not an address' },
      { ...whole, channelId: undefined },
      { ...whole, conversation: undefined },
      { ...whole, conversation: null },
      { ...whole, conversation: {} },
      { ...whole, type: 7 },
      [],
      'text',
      null,
    ]) {
      const { status, json } = await post(JSON.stringify(lacking));
      expect(status, JSON.stringify(lacking)).to.equal(400);
      expect(json.error.code).to.equal('MissingProperty');
    }
    expect((await post('{"type":')).status).to.equal(400);
    expect((await call(service.url, 'POST', '/api/messages')).status).to.equal(400);
  });

  it('cannot make the bot call other machines while it has no registration', async () => {
    await begin();
    for (const serviceUrl of [
      'https://evil.example/',
      'http://169.254.169.254/latest/meta-data',
      'http://127.0.0.1.evil.example/',
      'http://localhost.evil.example/',
      'http://user@127.0.0.1/',
      'http://0x7f000001.evil.example',
      'file:///etc/passwd',
      'http://10.0.0.1',
      'http://[::ffff:10.0.0.1]/',
    ]) {
      const { status } = await post(fromChannel(serviceUrl));
      expect(status, serviceUrl).to.equal(403);
    }
  });

  it('is only this machine while there is no registration: no proxy, no page', async () => {
    await begin();
    const activity = fromChannel('http://127.0.0.1:1');
    for (const headers of [
      { 'x-forwarded-for': '203.0.113.7' },
      { forwarded: 'for=203.0.113.7' },
      { origin: 'http://localhost:3000' },
    ]) {
      const { status, json } = await post(activity, headers);
      expect(status, JSON.stringify(headers)).to.equal(403);
      expect(json.error.code).to.equal('BadArgument');
    }
  });
});
