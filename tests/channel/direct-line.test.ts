import { expect } from 'chai';
import { decodeJwt } from 'jose';
import type { ConversationStore } from '../../bot/turn/ports.ts';
import { MemoryStore } from '../../bot/store/memory.ts';
import { hashCode } from '../../bot/turn/create-run-turn.ts';
import { call, openChat, type ActivitySet, type Granted } from './client.ts';
import { startService, type Service, type ServiceOptions } from './service.ts';

const LINE = '/v3/directline';

describe('someone who opens a chat over Direct Line', () => {
  let service: Service;
  const begin = async (options: ServiceOptions = {}) => (service = await startService(options));
  afterEach(() => service.close());

  it('is given a token that names them, good for one conversation and half an hour', async () => {
    await begin();
    const { status, json } = await call(service.url, 'POST', `${LINE}/tokens/generate`);
    const { conversationId, token, expires_in: expiresIn } = json as Granted;
    expect(status).to.equal(200);
    expect(expiresIn).to.equal(1800);
    const claims = decodeJwt(token);
    expect(claims['user']).to.match(/^dl_/);
    expect(claims['conv']).to.equal(conversationId);
  });

  it('is greeted, and greeted once however often the page starts', async () => {
    await begin();
    const chat = await openChat(service.url);
    expect(chat.status).to.equal(201);
    expect(chat.streamUrl).to.match(/^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\//);
    const again = await call(service.url, 'POST', `${LINE}/conversations`, {
      token: chat.token,
      body: { user: {} },
    });
    expect(again.status).to.equal(200);
    const { activities, watermark } = await chat.read();
    expect(activities).to.have.length(1);
    expect(activities[0]?.text).to.contain('Hello.');
    expect(watermark).to.equal('1');
  });

  it('is greeted without a body too', async () => {
    await begin();
    const { token } = (await call(service.url, 'POST', `${LINE}/tokens/generate`)).json as Granted;
    const started = await call(service.url, 'POST', `${LINE}/conversations`, { token });
    expect(started.status).to.equal(201);
  });

  it('sees what they wrote come back under their client’s own id, and then the reply', async () => {
    await begin();
    const chat = await openChat(service.url);
    const { json } = await chat.say('Find support', 'mine-1');
    const { activities, watermark } = await chat.read('1');
    expect(activities.map((one) => one.from.role)).to.deep.equal(['user', 'bot']);
    expect(activities[0]).to.deep.include({ id: json.id, text: 'Find support' });
    expect(activities[0]?.channelData?.clientActivityID).to.equal('mine-1');
    expect(activities[1]?.text).to.contain('Now or later?');
    expect(watermark).to.equal('3');
  });

  it('who sends the same thing twice is answered once, under the same id', async () => {
    await begin();
    const chat = await openChat(service.url);
    const [first, second] = await Promise.all([chat.say('Find support', 'x'), chat.say('Find support', 'x')]);
    const third = await chat.say('Find support', 'x');
    expect(new Set([first.json.id, second.json.id, third.json.id])).to.have.property('size', 1);
    expect((await chat.read()).activities).to.have.length(3);
  });

  it('reads every line under the same id, time after time, with a clock in UTC and no reply-to', async () => {
    await begin();
    const chat = await openChat(service.url);
    await chat.say('Find support');
    const first = await chat.read();
    const second = await chat.read();
    expect(second).to.deep.equal(first);
    for (const activity of first.activities) {
      expect(activity.timestamp).to.match(/Z$/);
      expect(activity).not.to.have.property('replyToId');
      expect(activity.id).to.equal(encodeURIComponent(activity.id));
    }
  });

  it('reads only what is new with a watermark, and everything with one that is not ours', async () => {
    await begin();
    const chat = await openChat(service.url);
    await chat.say('Find support');
    expect((await chat.read('2')).activities).to.have.length(1);
    expect((await chat.read('3')).activities).to.have.length(0);
    for (const odd of ['', 'abc', '99999', '-1', '1.5']) {
      expect((await chat.read(odd)).activities, odd).to.have.length(3);
    }
  });

  it('can press what a card or the page shows', async () => {
    await begin();
    const chat = await openChat(service.url);
    await chat.post({
      type: 'message',
      value: { navigator: { choose: { ask: '1', choices: ['find'] } } },
      channelData: { messageBack: { displayText: 'Find support' } },
    });
    const { activities } = await chat.read('1');
    expect(activities[0]?.text).to.equal('Find support');
    expect(activities[1]?.text).to.contain('Now or later?');
  });

  it('can press without a line of their own, and what is open stays in reach', async () => {
    await begin();
    const chat = await openChat(service.url);
    const { status, json } = await chat.post({
      type: 'event',
      name: 'navigator',
      value: { navigator: { keep: { what: 'option', id: 'reading', on: true } } },
    });
    expect(status).to.equal(200);
    expect(json.id).to.be.a('string');
    const { activities } = await chat.read('1');
    expect(activities).to.have.length(1);
    expect(activities[0]?.type).to.equal('message');
    expect(activities[0]?.text).to.contain('Your plan now:');
    expect(activities[0]?.suggestedActions?.actions[0]?.value).to.deep.equal({
      navigator: { choose: { ask: '1', choices: ['find'] } },
    });
    expect(activities[0]?.channelData?.navigator?.plan?.options[0]?.id).to.equal('reading');
  });

  it('is refused with the official errors', async () => {
    await begin();
    const chat = await openChat(service.url);
    const other = await openChat(service.url);
    const activities = `${chat.path}/activities`;
    const asked: [string, string, { token?: string; body?: unknown }, number, string][] = [
      ['GET', activities, {}, 401, 'BadArgument'],
      ['GET', activities, { token: 'nonsense' }, 403, 'BadArgument'],
      ['GET', activities, { token: `${chat.token}x` }, 403, 'BadArgument'],
      ['GET', activities, { token: other.token }, 403, 'BadArgument'],
      ['GET', chat.path, { token: other.token }, 403, 'BadArgument'],
      ['POST', activities, { token: other.token, body: { type: 'message', text: 'hi' } }, 403, 'BadArgument'],
      ['POST', `${LINE}/conversations`, {}, 401, 'BadArgument'],
      ['POST', `${LINE}/tokens/refresh`, {}, 401, 'BadArgument'],
      ['POST', activities, { token: chat.token, body: '{"type":' }, 400, 'BadArgument'],
      ['POST', activities, { token: chat.token, body: [] }, 400, 'BadArgument'],
      ['POST', activities, { token: chat.token, body: 7 }, 400, 'BadArgument'],
      ['POST', activities, { token: chat.token, body: {} }, 400, 'BadArgument'],
      ['GET', `${LINE}/nothing`, { token: chat.token }, 404, 'NotFound'],
      ['PUT', activities, { token: chat.token }, 405, 'MethodNotAllowed'],
    ];
    for (const [method, path, options, status, code] of asked) {
      const answer = await call(service.url, method, path, options);
      expect(answer.status, `${method} ${path}`).to.equal(status);
      expect(answer.json.error.code, `${method} ${path}`).to.equal(code);
      expect(answer.json.error.message).to.be.a('string');
    }
  });

  it('hears that a message is too big, and can go on', async () => {
    await begin();
    const chat = await openChat(service.url);
    const { status, json } = await chat.say('a'.repeat(270_000));
    expect(status).to.equal(413);
    expect(json.error.code).to.equal('MessageSizeTooBig');
    expect((await chat.say('Find support')).status).to.equal(200);
    // Long, but within the limit: all of it is read.
    expect((await chat.say('b'.repeat(200_000))).status).to.equal(200);
  });

  it('is kept out by an expired token, and stays in with one that was renewed in time', async () => {
    await begin();
    const chat = await openChat(service.url);
    service.clock.pass(20 * 60_000);
    const refreshed = await call(service.url, 'POST', `${LINE}/tokens/refresh`, { token: chat.token });
    expect(refreshed.status).to.equal(200);
    expect(refreshed.json.conversationId).to.equal(chat.conversationId);
    service.clock.pass(11 * 60_000);
    const late = await call(service.url, 'GET', `${chat.path}/activities`, { token: chat.token });
    expect(late.status).to.equal(403);
    expect(late.json.error.code).to.equal('TokenExpired');
    const tooLate = await call(service.url, 'POST', `${LINE}/tokens/refresh`, { token: chat.token });
    expect(tooLate.json.error.code).to.equal('TokenExpired');
    const { token } = refreshed.json as Granted;
    expect((await call(service.url, 'GET', `${chat.path}/activities`, { token })).status).to.equal(200);
  });

  it('whose phone slept longer than a token lives goes on with our page all the same', async () => {
    await begin();
    const chat = await openChat(service.url);
    service.clock.pass(3 * 3_600_000);
    const renewed = await call(service.url, 'POST', '/api/renew', { token: chat.token });
    expect(renewed.status).to.equal(200);
    const { token } = renewed.json as Granted;
    expect((await call(service.url, 'GET', `${chat.path}/activities`, { token })).status).to.equal(200);
    expect((await call(service.url, 'POST', '/api/renew', { token: 'nonsense' })).status).to.equal(403);
    service.clock.pass(24 * 3_600_000);
    expect((await call(service.url, 'POST', '/api/renew', { token: chat.token })).status).to.equal(404);
  });

  it('finds the conversation gone when its time is over, and never a new one under the old id', async () => {
    await begin();
    const chat = await openChat(service.url);
    service.clock.pass(20 * 60_000);
    const { token } = (await call(service.url, 'POST', `${LINE}/tokens/refresh`, { token: chat.token })).json;
    await service.store.erase(chat.conversationId);
    for (const [method, path] of [
      ['GET', chat.path],
      ['GET', `${chat.path}/activities`],
      ['POST', `${chat.path}/activities`],
      ['POST', `${chat.path}/upload`],
    ] as const) {
      const body = method === 'POST' ? { type: 'message', text: 'hello' } : undefined;
      const answer = await call(service.url, method, path, { token, body });
      expect(answer.status, `${method} ${path}`).to.equal(404);
      expect(answer.json.error.code).to.equal('ConversationNotFound');
    }
  });

  it('who deletes everything hears so, and then nothing is there any more', async () => {
    await begin();
    const chat = await openChat(service.url);
    await chat.say('delete my chat');
    await chat.say('Yes');
    expect(await service.store.load(chat.conversationId)).to.equal(undefined);
    const { activities } = await chat.read('4');
    expect(activities.map((one) => one.text)).to.deep.equal(['It is gone.']);
    expect((await chat.say('hello')).status).to.equal(404);
    const again = await call(service.url, 'POST', `${LINE}/conversations`, { token: chat.token });
    expect(again.status).to.equal(404);
  });

  it('who sends a file is told kindly that it was not kept', async () => {
    await begin();
    const chat = await openChat(service.url);
    const form = new FormData();
    form.append('activity', new Blob(['{"type":"message"}'], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob([new Uint8Array(300_000)]), 'scan.png');
    const response = await fetch(`${service.url}${chat.path}/upload?userId=u`, {
      method: 'POST',
      headers: { authorization: `Bearer ${chat.token}` },
      body: form,
    });
    expect(response.status).to.equal(400);
    expect(((await response.json()) as { error: { code: string } }).error.code).to.equal('BadArgument');
    expect((await chat.read('1')).activities[0]?.text).to.contain('was not kept');
    expect((await chat.read('1')).activities).to.deep.equal([]);
    const inline = await chat.post({ type: 'message', attachments: [{ contentType: 'image/png' }] });
    expect(inline.status).to.equal(400);
  });

  it('comes back with a code that was written down, on another device', async () => {
    await begin();
    const chat = await openChat(service.url);
    await service.store.putCode(hashCode('CODE7'), chat.conversationId);
    const back = await call(service.url, 'POST', '/api/resume', { body: { code: 'code-7' } });
    expect(back.status).to.equal(200);
    const { token, conversationId } = back.json as Granted;
    expect(conversationId).to.equal(chat.conversationId);
    const read = await call(service.url, 'GET', `${chat.path}/activities`, { token });
    expect((read.json as ActivitySet).activities).to.have.length(1);
    expect((await call(service.url, 'POST', '/api/resume', { body: { code: 'WRONG' } })).status).to.equal(
      404,
    );
    expect((await call(service.url, 'POST', '/api/resume', { body: { code: 7 } })).status).to.equal(400);
    expect((await call(service.url, 'POST', '/api/resume')).status).to.equal(400);
  });

  it('never hears an error from reading that would stop an official client for ever', async () => {
    const failing = new MemoryStore();
    const store: ConversationStore = Object.assign(Object.create(failing) as MemoryStore, {
      load: (id: string) => (broken ? Promise.reject(new Error('disk')) : failing.load(id)),
      commit: failing.commit.bind(failing),
      erase: failing.erase.bind(failing),
    });
    let broken = false;
    await begin({ store, limits: { post: { burst: 1, perMinute: 1 } } });
    const chat = await openChat(service.url);
    broken = true;
    for (let n = 0; n < 200; n += 1) {
      const { status, json } = await call(service.url, 'GET', `${chat.path}/activities?watermark=1`, {
        token: chat.token,
      });
      expect(status).to.equal(200);
      expect(json).to.deep.equal({ activities: [], watermark: '1' });
    }
  });

  it('is told calmly when a turn fails, and the log has no word of theirs', async () => {
    let fail = false;
    await begin();
    const chat = await openChat(service.url);
    const { store } = service;
    const commit = store.commit.bind(store);
    store.commit = (record, expected) =>
      fail ? Promise.reject(new Error('secret words of mine')) : commit(record, expected);
    fail = true;
    const { status, text } = await chat.say('secret words of mine');
    expect(status).to.equal(500);
    expect(text).not.to.contain('secret');
    fail = false;
    const { activities } = await chat.read('1');
    expect(activities[0]?.text).to.match(/Something went wrong on our side.*emergency number/);
    expect(service.lines.join('\n')).to.contain('turn-failed').and.not.to.contain('secret');
  });

  it('gets a session id that means nothing', async () => {
    await begin();
    const { status, json, headers } = await call(service.url, 'GET', `${LINE}/session/getsessionid`);
    expect(status).to.equal(200);
    expect(json.sessionId).to.be.a('string');
    expect(headers.get('set-cookie')).to.equal(null);
  });
});

describe('a server with the Direct Line secret', () => {
  const secret = 'a-secret-of-enough-characters';
  let service: Service;
  const begin = async (options: ServiceOptions = {}) =>
    (service = await startService({ secret, ...options }));
  afterEach(() => service.close());

  it('names the person itself, if the name is a proper one', async () => {
    await begin();
    const generate = (user: unknown) =>
      call(service.url, 'POST', `${LINE}/tokens/generate`, { token: secret, body: { user } });
    const { json } = await generate({ id: 'dl_someone' });
    expect(decodeJwt((json as Granted).token)['user']).to.equal('dl_someone');
    expect((await generate({ id: 'someone' })).status).to.equal(400);
    expect((await generate({ id: 'dl_a b' })).status).to.equal(400);
    expect((await generate({})).status).to.equal(200);
  });

  it('begins conversations and reads them all', async () => {
    await begin();
    const started = await call(service.url, 'POST', `${LINE}/conversations`, {
      token: secret,
      body: { user: { id: 'x' } },
    });
    expect(started.status).to.equal(201);
    const { conversationId } = started.json as Granted;
    const read = await call(service.url, 'GET', `${LINE}/conversations/${conversationId}/activities`, {
      token: secret,
    });
    expect((read.json as ActivitySet).activities).to.have.length(1);
  });

  it('is not anyone: programs without it are refused, a token cannot make tokens, and a wrong one is wrong', async () => {
    await begin();
    const generate = `${LINE}/tokens/generate`;
    expect((await call(service.url, 'POST', generate)).status).to.equal(401);
    expect((await call(service.url, 'POST', generate, { token: `${secret}x` })).status).to.equal(403);
    const { token } = (await call(service.url, 'POST', generate, { token: secret })).json as Granted;
    expect((await call(service.url, 'POST', generate, { token })).status).to.equal(403);
  });

  it('does not shut out our own page', async () => {
    await begin();
    const own = await call(service.url, 'POST', `${LINE}/tokens/generate`, {
      headers: { origin: service.url },
    });
    expect(own.status).to.equal(200);
  });
});

describe('a page of another site', () => {
  let service: Service;
  const begin = async (options: ServiceOptions = {}) => (service = await startService(options));
  afterEach(() => service.close());
  const there = { origin: 'https://www.example.org' };

  it('cannot begin a chat unless the deployment allows its origin', async () => {
    await begin();
    const { status, headers } = await call(service.url, 'POST', `${LINE}/tokens/generate`, {
      headers: there,
    });
    expect(status).to.equal(403);
    expect(headers.get('access-control-allow-origin')).to.equal(null);
    expect(
      (await call(service.url, 'POST', '/api/resume', { headers: there, body: { code: 'X' } })).status,
    ).to.equal(403);
  });

  it('that is allowed may ask first and then call, as official clients do', async () => {
    await begin({ allowedOrigins: [there.origin] });
    const preflight = await fetch(`${service.url}${LINE}/conversations`, {
      method: 'OPTIONS',
      headers: {
        ...there,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent,x-requested-with',
      },
    });
    expect(preflight.status).to.equal(204);
    expect(preflight.headers.get('access-control-allow-origin')).to.equal(there.origin);
    expect(preflight.headers.get('access-control-allow-headers')).to.equal(
      'authorization, content-type, x-ms-bot-agent, x-requested-with',
    );
    const { status, headers } = await call(service.url, 'POST', `${LINE}/tokens/generate`, {
      headers: there,
    });
    expect(status).to.equal(200);
    expect(headers.get('access-control-allow-origin')).to.equal(there.origin);
    expect(headers.get('access-control-allow-credentials')).to.equal('true');
    expect(headers.get('vary')).to.equal('Origin');
  });
});
