import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { call, openChat, openStream, refusedWith, type Granted } from './client.ts';
import { startService, type Service, type ServiceOptions } from './service.ts';

describe('someone who listens on the stream', () => {
  let service: Service;
  const begin = async (options: ServiceOptions = {}) => (service = await startService(options));
  afterEach(() => service.close());

  const reconnect = async (path: string, token: string, query: string) =>
    (await call(service.url, 'GET', `${path}${query}`, { token })).json as Granted;

  it('hears first what was said before they listened, then each turn as it ends', async () => {
    await begin();
    const chat = await openChat(service.url);
    const stream = await openStream(chat.streamUrl);
    const greeting = await stream.heard();
    expect(greeting.activities.map((one) => one.text?.slice(0, 6))).to.deep.equal(['Hello.']);
    const { json } = await chat.say('Find support', 'c1');
    const turn = await stream.heard();
    expect(turn.activities.map((one) => [one.id, one.from.role])).to.deep.equal([
      [json.id, 'user'],
      [turn.activities[1]?.id, 'bot'],
    ]);
    expect(turn.watermark).to.equal('3');
    expect(turn.activities[0]?.channelData?.clientActivityID).to.equal('c1');
    // The same line on the stream and in a reading has the same id: clients show it once.
    expect((await chat.read('1')).activities.map((one) => one.id)).to.deep.equal(
      turn.activities.map((one) => one.id),
    );
  });

  it('who lost the connection hears what they missed, and nothing twice', async () => {
    await begin();
    const chat = await openChat(service.url);
    const first = await openStream(chat.streamUrl);
    const { watermark } = await first.heard();
    first.socket.terminate();
    await first.closed;
    await chat.say('Find support');
    const { streamUrl } = await reconnect(chat.path, chat.token, `?watermark=${watermark}`);
    const second = await openStream(streamUrl);
    expect((await second.heard()).activities).to.have.length(2);
  });

  it('hears everything again after a reload, and only the new when they ask for no more', async () => {
    await begin();
    const chat = await openChat(service.url);
    await chat.say('Find support');
    const all = await openStream((await reconnect(chat.path, chat.token, '?watermark=')).streamUrl);
    expect((await all.heard()).activities).to.have.length(3);
    const fresh = await openStream((await reconnect(chat.path, chat.token, '')).streamUrl);
    await chat.say('Now');
    expect((await fresh.heard()).activities.map((one) => one.text)).to.include('Now');
  });

  it('on two devices hears the same on both', async () => {
    await begin();
    const chat = await openChat(service.url);
    const here = await openStream(chat.streamUrl);
    const there = await openStream((await reconnect(chat.path, chat.token, '?watermark=')).streamUrl);
    await Promise.all([here.heard(), there.heard()]);
    await chat.say('Find support');
    expect(await here.heard()).to.deep.equal(await there.heard());
  });

  it('hears every line once and in order when many turns run at once', async () => {
    await begin();
    const chat = await openChat(service.url);
    const stream = await openStream(chat.streamUrl);
    await Promise.all(Array.from({ length: 25 }, (_, n) => chat.say(`help ${n}`, `c${n}`)));
    const ids: string[] = [];
    while (ids.length < 51) ids.push(...(await stream.heard()).activities.map((one) => one.id));
    expect(ids).to.deep.equal([...ids].sort());
    expect(new Set(ids)).to.have.property('size', 51);
  });

  it('is not let in with an address that is too old, of another chat, or made up', async () => {
    await begin();
    const chat = await openChat(service.url);
    const other = await openChat(service.url);
    const address = new URL(chat.streamUrl);
    const swapped = chat.streamUrl.replace(chat.conversationId, other.conversationId);
    expect(await refusedWith(swapped)).to.equal(403);
    expect(await refusedWith(`ws://${address.host}${address.pathname}`)).to.equal(403);
    expect(await refusedWith(`ws://${address.host}${address.pathname}?t=${chat.token}`)).to.equal(403);
    expect(await refusedWith(`ws://${address.host}/v3/directline/conversations`)).to.equal(404);
    service.clock.pass(61_000);
    expect(await refusedWith(chat.streamUrl)).to.equal(403);
  });

  it('cannot use the address of a stream for anything else', async () => {
    await begin();
    const chat = await openChat(service.url);
    const t = new URL(chat.streamUrl).searchParams.get('t') ?? '';
    expect((await call(service.url, 'GET', `${chat.path}/activities`, { token: t })).status).to.equal(403);
  });

  it('is kept connected by empty frames and pings, and let go when nobody answers', async () => {
    await begin();
    const chat = await openChat(service.url);
    const stream = await openStream(chat.streamUrl);
    await stream.heard();
    const pinged = new Promise((resolve) => stream.socket.once('ping', resolve));
    service.timers.fire();
    await pinged;
    expect(await stream.next()).to.equal('');
    const deaf = new WebSocket((await reconnect(chat.path, chat.token, '')).streamUrl, { autoPong: false });
    const gone = new Promise<number>((resolve) => deaf.on('close', resolve));
    await new Promise((resolve) => deaf.on('open', resolve));
    expect(service.streams.size).to.equal(2);
    service.timers.fire();
    service.timers.fire();
    expect(await gone).to.equal(1006);
  });

  it('may send empty frames, and is let go when it sends a book', async () => {
    await begin();
    const chat = await openChat(service.url);
    const stream = await openStream(chat.streamUrl);
    stream.socket.send('');
    await stream.heard();
    stream.socket.send('x'.repeat(5_000));
    expect(await stream.closed).to.equal(1009);
  });

  it('with too many tabs loses the oldest of them', async () => {
    await begin();
    const chat = await openChat(service.url);
    const tabs = [];
    for (let n = 0; n < 9; n += 1) tabs.push(await openStream(chat.streamUrl));
    expect(await tabs[0]?.closed).to.equal(1008);
    expect(service.streams.size).to.be.at.most(9);
  });

  it('hears the last words when everything is deleted, and the stream ends', async () => {
    await begin();
    const chat = await openChat(service.url);
    const stream = await openStream(chat.streamUrl);
    await stream.heard();
    await chat.say('delete my chat');
    await stream.heard();
    await chat.say('Yes');
    expect((await stream.heard()).activities.at(-1)?.text).to.equal('It is gone.');
    expect(await stream.closed).to.equal(1000);
  });

  it('is told that a file was not kept, without losing their place', async () => {
    await begin();
    const chat = await openChat(service.url);
    const stream = await openStream(chat.streamUrl);
    await stream.heard();
    await call(service.url, 'POST', `${chat.path}/upload`, { token: chat.token, body: {} });
    const notice = await stream.heard();
    expect(notice.activities[0]?.text).to.contain('was not kept');
    expect(notice).not.to.have.property('watermark');
  });

  it('is sent away politely when the server stops, so that their page connects again', async () => {
    await begin();
    const chat = await openChat(service.url);
    const stream = await openStream(chat.streamUrl);
    await service.close();
    expect(await stream.closed).to.equal(1001);
  });

  it('that does not answer the goodbye keeps nobody waiting', async () => {
    await begin();
    const chat = await openChat(service.url);
    const { pathname, search } = new URL(chat.streamUrl);
    const socket = connect(service.port, '127.0.0.1');
    const key = 'dGhlIHNhbXBsZSBub25jZQ==';
    socket.write(
      `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
    await once(socket, 'data');
    const stopped = service.close();
    while (!service.timers.waiting.some((timer) => timer.milliseconds === 1_000)) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    service.timers.fire();
    await stopped;
  });

  it('finds the stream under the public address', async () => {
    await begin({ publicUrl: 'https://chat.example.org' });
    const chat = await openChat(service.url);
    expect(chat.streamUrl).to.match(/^wss:\/\/chat\.example\.org\/v3\/directline\/conversations\//);
  });

  it('on our own page is sent no words, cards and buttons beside the reply it draws, and other clients still are', async () => {
    await begin();
    const page = { 'x-ms-bot-agent': 'support-navigator' };
    const { token } = (await call(service.url, 'POST', '/v3/directline/tokens/generate')).json as Granted;
    const started = await call(service.url, 'POST', '/v3/directline/conversations', { token, headers: page });
    const { streamUrl, conversationId } = started.json as Granted;
    const path = `/v3/directline/conversations/${conversationId}`;
    const ours = await openStream(streamUrl);
    const theirs = await openStream((await reconnect(path, token, '?watermark=')).streamUrl);
    await Promise.all([ours.heard(), theirs.heard()]);
    const say = (headers: Record<string, string>) =>
      call(service.url, 'POST', `${path}/activities`, {
        token,
        headers,
        body: { type: 'message', text: 'help' },
      });
    for (const headers of [page, {}]) {
      await say(headers);
      const mine = (await ours.heard()).activities.at(-1);
      const other = (await theirs.heard()).activities.at(-1);
      expect(mine?.id).to.equal(other?.id);
      expect(mine).not.to.have.any.keys('text', 'attachments', 'suggestedActions');
      expect(mine?.channelData?.navigator).to.deep.equal(other?.channelData?.navigator);
      expect(other?.text).to.have.lengthOf.greaterThan(0);
      expect(other).to.have.any.keys('attachments', 'suggestedActions');
    }
    const read = await call(service.url, 'GET', `${path}/activities`, { token, headers: page });
    expect(read.text).not.to.contain('suggestedActions');
  });
});
