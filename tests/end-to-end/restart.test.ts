import { expect } from 'chai';
import { call, openChat, openStream, type Granted } from '../channel/client.ts';
import { officialClient } from '../channel/directlinejs.ts';
import { startServer, type TestServer } from '../server.ts';

/** A whole server in a process of its own, on a real disk, ended as a power cut would end it. */
describe('a conversation when the server is killed', function () {
  // Each starts a whole server, most of them twice.
  this.timeout(60_000);
  let server: TestServer;
  const clients: { stop(): void }[] = [];
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.stop();
    await server?.close();
  });

  it('is where it was when it runs again: same lines, same ids, same open question, same token', async () => {
    const chat = await openChat(server.url);
    const question = (await chat.read()).activities.at(-1)?.channelData?.navigator?.ask;
    const first = question?.choices[0];
    await chat.post({
      type: 'message',
      text: first?.label,
      value: { navigator: { choose: { ask: question?.id, choices: [first?.id] } } },
    });
    const before = await chat.read();
    await server.halt('SIGKILL');
    await server.again();
    expect(await chat.read()).to.deep.equal(before);
    const open = before.activities.at(-1)?.channelData?.navigator?.ask;
    const next = open?.choices[0];
    const answer = next
      ? { text: next.label, value: { navigator: { choose: { ask: open?.id, choices: [next.id] } } } }
      : { text: 'skip' };
    expect((await chat.post({ type: 'message', ...answer })).status).to.equal(200);
    const after = await chat.read(before.watermark);
    expect(after.activities.map((one) => one.from.role)).to.deep.equal(['user', 'bot']);
    const { streamUrl } = (await call(server.url, 'GET', chat.path, { token: chat.token })).json as Granted;
    const stream = await openStream(streamUrl);
    await chat.say('help');
    expect((await stream.heard()).activities[0]?.text).to.equal('help');
    stream.socket.terminate();
  });

  it('goes on in the official client, which connects again by itself and shows nothing twice', async function () {
    // After a lost stream that client waits up to 15 seconds before it tries again.
    this.timeout(60_000);
    const { token } = (await call(server.url, 'POST', '/v3/directline/tokens/generate')).json as Granted;
    const person = officialClient(server.url, { token });
    clients.push(person);
    await person.more();
    await person.say('help', 'c-1');
    while (person.botTexts().length < 2) await person.more();
    await server.halt('SIGKILL');
    await server.again();
    const seen = person.heard.length;
    const conversation = person.heard[0]?.id.split('.')[0] ?? '';
    const sent = call(server.url, 'POST', `/v3/directline/conversations/${conversation}/activities`, {
      token,
      body: { type: 'message', text: 'a person', channelData: { clientActivityID: 'c-2' } },
    });
    expect((await sent).status).to.equal(200);
    while (!person.heard.some((one) => one.channelData?.clientActivityID === 'c-2')) await person.more();
    while (person.heard.at(-1)?.from.role !== 'bot') await person.more();
    expect(person.heard.length).to.be.above(seen + 1);
    const ids = person.heard.map((one) => one.id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids).to.deep.equal([...ids].sort((a, b) => (a < b ? -1 : 1)));
  });

  it('does not do the same thing twice when the client sends it again, not knowing', async () => {
    const chat = await openChat(server.url);
    const { json } = await chat.say('help', 'mine-1');
    await server.halt('SIGKILL');
    await server.again();
    const again = await chat.say('help', 'mine-1');
    expect(again.json).to.deep.equal(json);
    const mine = (await chat.read()).activities.filter((one) => one.from.role === 'user');
    expect(mine).to.have.length(1);
  });

  it('leaves no word of it on standard output or standard error', async () => {
    const chat = await openChat(server.url);
    await chat.say('planted words of mine');
    await chat.post({ type: 'message', text: 'planted', value: { navigator: { nonsense: 'planted' } } });
    await call(server.url, 'GET', '/planted?planted', { token: 'planted' });
    await server.halt('SIGTERM');
    expect(server.output()).not.to.contain('planted');
  });
});

describe('a server that is asked to stop', function () {
  this.timeout(60_000);
  it('says goodbye to streams and ends by itself', async () => {
    const server = await startServer();
    const chat = await openChat(server.url);
    const stream = await openStream(chat.streamUrl);
    await stream.heard();
    await Promise.all([server.halt('SIGTERM'), stream.closed]);
    expect(await stream.closed).to.equal(1001);
    await server.close();
  });
});
