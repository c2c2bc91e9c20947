import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { call } from './client.ts';
import { fromChannel } from './connector.ts';
import { startService, type Service } from './service.ts';

const ISSUER = 'https://channels.example';
const APP = '00000000-0000-0000-0000-000000000001';
const SERVICE_URL = 'https://smba.example/amer/';

/** Where a cloud publishes the keys its channels sign with: another company's service, here on this machine. */
async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const key = {
    ...(await exportJWK(publicKey)),
    kid: 'k1',
    use: 'sig',
    endorsements: ['emulator', 'msteams'],
  };
  const server = createServer((request, response) => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const keys = request.url === '/keys';
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(keys ? { keys: [key] } : { issuer: ISSUER, jwks_uri: `${url}/keys` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`,
    privateKey,
    strangersKey: stranger.privateKey,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe('a channel that signs what it delivers', () => {
  let issuer: Awaited<ReturnType<typeof startIssuer>>;
  let service: Service;
  beforeEach(async () => {
    issuer = await startIssuer();
    service = await startService({
      app: {
        type: 'MultiTenant',
        id: APP,
        password: 'p',
        cloud: {
          openIdMetadataUrl: issuer.url,
          tokenIssuer: ISSUER,
          // Nobody is there: replies cannot be signed, and wait.
          loginUrl: 'https://127.0.0.1:1/tenant',
          oauthScope: 'https://channels.example/.default',
        },
      },
    });
  });
  afterEach(async () => {
    await service.close();
    await issuer.close();
  });

  const sign = (claims: object = {}, key: CryptoKey = issuer.privateKey, kid = 'k1') => {
    const now = Math.floor(Date.now() / 1000);
    return new SignJWT({
      iss: ISSUER,
      aud: APP,
      serviceurl: SERVICE_URL,
      nbf: now - 60,
      exp: now + 600,
      ...claims,
    })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .sign(key);
  };
  const post = (token: string | undefined, changed: object = {}) =>
    call(service.url, 'POST', '/api/messages', {
      ...(token === undefined ? {} : { token }),
      body: fromChannel(SERVICE_URL, {
        type: 'conversationUpdate',
        membersAdded: [{ id: 'me' }],
        ...changed,
      }),
    });

  it('is believed, from anywhere; the reply waits until we can sign in to send it', async () => {
    const { status, text } = await post(await sign());
    expect(status, text).to.equal(200);
    expect(await service.store.undelivered()).to.have.length(1);
    expect(service.lines.join('\n')).to.contain('unsent');
  });

  it('is refused when anything about the signature is wrong, and nothing is kept of what it said', async () => {
    const now = Math.floor(Date.now() / 1000);
    const none = `${Buffer.from('{"alg":"none","kid":"k1"}').toString('base64url')}.${
      (await sign()).split('.')[1]
    }.`;
    const tokens: Record<string, string | undefined> = {
      'no token': undefined,
      'not a token': 'nonsense',
      'another key': await sign({}, issuer.strangersKey),
      'a key nobody knows': await sign({}, issuer.privateKey, 'k2'),
      'no signature': none,
      'another bot': await sign({ aud: 'another' }),
      'another issuer': await sign({ iss: 'https://evil.example' }),
      'too old': await sign({ exp: now - 3_600 }),
      'another service': await sign({ serviceurl: 'https://evil.example/' }),
    };
    for (const [what, token] of Object.entries(tokens)) {
      const { status, json } = await post(token);
      expect(status, what).to.equal(401);
      expect(json.error.code, what).to.equal('Unauthorized');
    }
    const unendorsed = await post(await sign(), { channelId: 'sms' });
    expect(unendorsed.status).to.equal(401);
    expect(await service.store.undelivered()).to.deep.equal([]);
  });

  it('cannot be checked while its keys cannot be read, and is asked to try again', async () => {
    await service.close();
    service = await startService({
      app: {
        type: 'MultiTenant',
        id: APP,
        password: 'p',
        cloud: {
          openIdMetadataUrl: 'http://127.0.0.1:1/openid',
          tokenIssuer: ISSUER,
          loginUrl: 'https://127.0.0.1:1/tenant',
          oauthScope: 'x',
        },
      },
    });
    const { status, json } = await post(await sign());
    expect(status).to.equal(500);
    expect(json.error.code).to.equal('ServiceError');
  });
});
