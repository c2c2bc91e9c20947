import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect } from 'chai';
import { call, openChat } from '../channel/client.ts';
import { startService, type Service, type ServiceOptions } from '../channel/service.ts';

describe('someone who opens the page', () => {
  let service: Service;
  const begin = async (options: ServiceOptions = {}) => (service = await startService(options));
  afterEach(() => service.close());

  it('gets it in their language and country, and a cache keeps nothing', async () => {
    await begin();
    const page = async (path: string, accept?: string) => {
      const response = await fetch(service.url + path, {
        headers: accept ? { 'accept-language': accept } : {},
      });
      return { text: await response.text(), headers: response.headers };
    };
    expect((await page('/', 'es-US')).text)
      .to.contain('lang="es"')
      .and.to.contain('US');
    expect((await page('/', 'en-AU,en;q=0.8')).text)
      .to.contain('lang="en"')
      .and.to.contain('AU');
    expect((await page('/?lang=es', 'en-GB')).text)
      .to.contain('lang="es"')
      .and.to.contain('UK');
    expect((await page('/?lang=xx')).text)
      .to.contain('lang="en"')
      .and.to.contain('US');
    const { headers } = await page('/');
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(headers.get('vary')).to.contain('Accept-Language');
  });

  it('is protected: own scripts only, no frame, no referrer, nothing asked of the device', async () => {
    await begin();
    const { headers } = await fetch(`${service.url}/`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).to.have.members([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      `connect-src 'self' ws://127.0.0.1:${service.port} wss://127.0.0.1:${service.port}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(headers.get('x-frame-options')).to.equal('DENY');
    expect(headers.get('referrer-policy')).to.equal('no-referrer');
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('permissions-policy')).to.contain('geolocation=()');
    expect(headers.get('strict-transport-security')).to.equal(null);
    expect(headers.get('server')).to.equal(null);
    expect(headers.get('set-cookie')).to.equal(null);
  });

  it('finds it where the deployment shows it: under https, in the frame of a hospital', async () => {
    await begin({ publicUrl: 'https://chat.example.org', frameAncestors: ['https://hospital.example'] });
    const { headers } = await fetch(`${service.url}/`);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).to.contain("connect-src 'self' wss://chat.example.org;");
    expect(policy).to.contain('frame-ancestors https://hospital.example');
    expect(headers.get('x-frame-options')).to.equal(null);
    expect(headers.get('strict-transport-security')).to.contain('max-age=31536000');
  });

  it('outlives a request whose target is no path', async () => {
    service = await startService();
    for (const target of ['http://[', 'http://a:99999/']) {
      const answer = await raw(
        service.port,
        `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      expect(answer, target).to.match(/^HTTP\/1\.1 400/);
    }
    expect((await call(service.url, 'GET', '/health')).status).to.equal(200);
  });

  it('cannot be harmed through the name of the host', async () => {
    await begin();
    for (const host of [
      'x; script-src *',
      'x:99999',
      '[::',
      '',
      "x';script-src",
      'a b',
      'x y',
      '<',
      '\u00ff',
    ]) {
      const answer = await raw(service.port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(answer, host).to.match(/^HTTP\/1\.1 (200|400) /);
      expect(answer.match(/script-src/g) ?? [], host).to.have.length.at.most(1);
    }
    expect((await call(service.url, 'GET', '/health')).status).to.equal(200);
  });

  it('gets script and style for ever, packed as the browser likes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'assets-'));
    const script = `console.log(${JSON.stringify('x'.repeat(3_000))})`;
    writeFileSync(join(folder, 'chat-1a2B3c4D.js'), script);
    writeFileSync(join(folder, 'chat-1a2B3c4D.js.br'), brotliCompressSync(script));
    writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(folder, 'notes.txt'), 'not for anyone');
    await begin({ assets: folder });
    rmSync(folder, { recursive: true });
    const get = (name: string, headers: Record<string, string> = {}) =>
      fetch(`${service.url}/assets/${name}`, { headers });

    for (const encoding of ['br', 'gzip', 'identity']) {
      const response = await get('chat-1a2B3c4D.js', { 'accept-encoding': encoding });
      expect(response.headers.get('content-encoding')).to.equal(encoding === 'identity' ? null : encoding);
      expect(response.headers.get('content-type')).to.equal('text/javascript; charset=utf-8');
      expect(response.headers.get('cache-control')).to.contain('immutable');
      expect(await response.text()).to.equal(script);
    }
    const icon = await get('favicon.svg');
    expect(icon.headers.get('content-type')).to.equal('image/svg+xml');
    expect(icon.headers.get('cache-control')).not.to.contain('immutable');
    const etag = icon.headers.get('etag') ?? '';
    expect((await get('favicon.svg', { 'if-none-match': etag })).status).to.equal(304);
    for (const name of [
      'notes.txt',
      'chat-1a2B3c4D.js.br',
      '..%2f..%2fpackage.json',
      '%2e%2e/package.json',
      'none.js',
    ]) {
      expect((await get(name)).status, name).to.equal(404);
    }
  });

  it('with a long chat gets it packed', async () => {
    await begin();
    const chat = await openChat(service.url);
    for (let n = 0; n < 5; n += 1) await chat.say('help');
    const read = (encoding: string) =>
      fetch(`${service.url}${chat.path}/activities`, {
        headers: { authorization: `Bearer ${chat.token}`, 'accept-encoding': encoding },
      });
    const packed = await read('gzip');
    expect(packed.headers.get('content-encoding')).to.equal('gzip');
    const plain = await read('identity');
    expect(plain.headers.get('content-encoding')).to.equal(null);
    expect(await packed.json()).to.deep.equal(await plain.json());
  });

  it('can be asked for without its body', async () => {
    await begin();
    const response = await fetch(`${service.url}/`, { method: 'HEAD' });
    expect(response.status).to.equal(200);
    expect(await response.text()).to.equal('');
    expect(Number(response.headers.get('content-length'))).to.be.above(0);
  });
});

describe('whoever sends what no page would send', () => {
  let service: Service;
  const begin = async (options: ServiceOptions = {}) => (service = await startService(options));
  afterEach(() => service.close());

  it('gets an error that repeats nothing of it', async () => {
    await begin();
    const planted = 'planted-words';
    const chat = await openChat(service.url);
    const answers = await Promise.all([
      call(service.url, 'GET', `/${planted}`),
      call(service.url, 'GET', `/v3/directline/conversations/${planted}/activities`),
      call(service.url, 'POST', '/v3/directline/conversations', { token: planted }),
      call(service.url, 'POST', `${chat.path}/activities`, {
        token: chat.token,
        body: `{"text": ${planted}`,
      }),
      call(service.url, 'POST', `${chat.path}/activities`, { token: chat.token, body: { type: planted } }),
      call(service.url, 'POST', '/api/resume', { body: { code: planted } }),
      call(service.url, 'DELETE', `/health?${planted}`),
      call(service.url, 'GET', '/%E0%A4%A'),
    ]);
    for (const { status, text, json, headers } of answers) {
      expect(status).to.be.within(400, 499);
      expect(text).not.to.contain(planted);
      expect(json.error).to.have.keys('code', 'message');
      expect(headers.get('cache-control')).to.equal('no-store');
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
    }
    expect(service.lines.join('\n')).not.to.contain(planted);
  });

  it('must say that JSON is JSON: a form of another site cannot pass for it', async () => {
    await begin();
    const chat = await openChat(service.url);
    const body = '{"type":"message","text":"hi"}';
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
      const { status } = await call(service.url, 'POST', `${chat.path}/activities`, {
        token: chat.token,
        body,
        headers: { 'content-type': type },
      });
      expect(status, type).to.equal(415);
    }
    const packed = await call(service.url, 'POST', `${chat.path}/activities`, {
      token: chat.token,
      body,
      headers: { 'content-encoding': 'gzip' },
    });
    expect(packed.status).to.equal(415);
  });

  it('cannot send without end: what is too long is cut off, said beforehand or not', async () => {
    await begin();
    const chat = await openChat(service.url);
    const head = `POST ${chat.path}/activities HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${chat.token}\r\nContent-Type: application/json\r\n`;
    const said = await raw(service.port, `${head}Content-Length: 99999999\r\n\r\n{`);
    expect(said).to.match(/^HTTP\/1\.1 413 /);
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    const unsaid = await raw(service.port, `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(5)}`);
    expect(unsaid)
      .to.match(/^HTTP\/1\.1 413 /)
      .and.to.contain('MessageSizeTooBig');
  });

  it('and is no HTTP at all, is hung up on, and the server goes on', async () => {
    await begin();
    await raw(service.port, '\x16\x03\x01nonsense\r\n\r\n');
    await raw(service.port, 'GET / HTTP/9.9\r\n\r\n');
    await raw(
      service.port,
      'GET /v3/directline/x HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    );
    expect((await call(service.url, 'GET', '/health')).json).to.deep.equal({ status: 'ok' });
  });
});

describe('someone who asks too often', () => {
  let service: Service;
  afterEach(() => service.close());
  const from = (address: string) => ({ 'x-forwarded-for': address });

  it('waits, and others do not', async () => {
    service = await startService({ proxies: 1, limits: { resume: { burst: 2, perMinute: 6 } } });
    const tryCode = (address: string) =>
      call(service.url, 'POST', '/api/resume', { body: { code: 'X' }, headers: from(address) });
    expect((await tryCode('203.0.113.7')).status).to.equal(404);
    expect((await tryCode('203.0.113.7')).status).to.equal(404);
    const refused = await tryCode('203.0.113.7');
    expect(refused.status).to.equal(429);
    expect(refused.headers.get('retry-after')).to.equal('10');
    expect(refused.json.error.code).to.equal('TooManyRequests');
    expect((await tryCode('203.0.113.8')).status).to.equal(404);
    service.clock.pass(10_000);
    expect((await tryCode('203.0.113.7')).status).to.equal(404);
  });

  it('cannot hide behind an address that they made up', async () => {
    service = await startService({ proxies: 1, limits: { resume: { burst: 1, perMinute: 1 } } });
    const tryCode = (forwarded: string) =>
      call(service.url, 'POST', '/api/resume', { body: { code: 'X' }, headers: from(forwarded) });
    expect((await tryCode('1.1.1.1, 203.0.113.7')).status).to.equal(404);
    expect((await tryCode('2.2.2.2, 203.0.113.7')).status).to.equal(429);
    expect((await tryCode('127.0.0.1, 203.0.113.7')).status).to.equal(429);
  });

  it('is not told apart by the second half of an IPv6 address', async () => {
    service = await startService({ proxies: 1, limits: { resume: { burst: 1, perMinute: 1 } } });
    const tryCode = (address: string) =>
      call(service.url, 'POST', '/api/resume', { body: { code: 'X' }, headers: from(address) });
    expect((await tryCode('2001:db8:1:2::7')).status).to.equal(404);
    expect((await tryCode('2001:db8:1:2:aaaa:bbbb:cccc:dddd')).status).to.equal(429);
    expect((await tryCode('2001:db8:1:3::7')).status).to.equal(404);
  });

  it('on this machine itself is not counted', async () => {
    service = await startService({ limits: { token: { burst: 1, perMinute: 1 } } });
    for (let n = 0; n < 5; n += 1) {
      expect((await call(service.url, 'POST', '/v3/directline/tokens/generate')).status).to.equal(200);
    }
  });
});

describe('whoever runs the server', () => {
  it('learns whether it lives and whether it can work', async () => {
    let broken = false;
    const { MemoryStore } = await import('../../bot/store/memory.ts');
    const store = new MemoryStore();
    const load = store.load.bind(store);
    store.load = (id) => (broken ? Promise.reject(new Error('disk')) : load(id));
    const service = await startService({ store });
    expect(await call(service.url, 'GET', '/ready')).to.deep.include({ status: 200 });
    broken = true;
    expect(await call(service.url, 'GET', '/ready')).to.deep.include({ status: 503 });
    expect(await call(service.url, 'GET', '/health')).to.deep.include({ status: 200 });
    await service.close();
  });

  it('can stop it without cutting a turn short', async () => {
    let finish: () => void = () => undefined;
    let began: () => void = () => undefined;
    const running = new Promise<void>((resolve) => (began = resolve));
    const service = await startService();
    const chat = await openChat(service.url);
    const { store } = service;
    const commit = store.commit.bind(store);
    store.commit = async (record, expected) => {
      began();
      await new Promise<void>((resolve) => (finish = resolve));
      return commit(record, expected);
    };
    const answer = chat.say('Find support');
    await running;
    const stopped = service.close();
    finish();
    expect((await answer).status).to.equal(200);
    await stopped;
    const refused = await call(service.url, 'GET', '/health').catch(() => 'refused');
    expect(refused).to.equal('refused');
  });
});

/** Sends bytes as they are; resolves with all that comes back. */
function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.on('data', (chunk) => (heard += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}
