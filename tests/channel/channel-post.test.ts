import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { ChannelRefusal, postOnce } from '../../bot/channel/channel-post.ts';
import { ConnectorAuthentication } from '../../bot/channel/connector-clients.ts';
import { outcomeOf } from '../../bot/channel/send-outcome.ts';
import { startConnector } from './connector.ts';

type Authentication = InstanceType<typeof ConnectorAuthentication>;
type Identity = Parameters<Authentication['createConnectorFactory']>[0];

describe('what is posted to a channel', () => {
  const closing: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });
  const serve = async (listener: RequestListener) => {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push(() => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      return closed;
    });
    const { port } = server.address() as AddressInfo;
    return { protocol: 'http:', hostname: '127.0.0.1', port, path: '/v3' };
  };
  const failureOf = (sending: Promise<unknown>) =>
    sending.then(
      () => expect.fail('it was taken'),
      (error: unknown) => error,
    );

  it('bears the token of the registration, and goes below the path that the channel gave', async () => {
    const connector = await startConnector();
    closing.push(connector.close);
    const app = { type: 'MultiTenant', id: '00000000-0000-0000-0000-000000000001', password: 'p' } as const;
    const identity = { getClaimValue: () => app.id } as unknown as Identity;
    const factory = new ConnectorAuthentication(app).createConnectorFactory(identity);
    const client = await factory.create(`${connector.url}/amer/`, 'https://api.botframework.com');
    // Microsoft's login, which is not here.
    Object.assign(client.credentials, { getToken: async () => 'a-token' });
    const activity = { type: 'message', text: '¿Qué?' } as never;
    expect(await client.conversations.replyToActivity('a b', 'c/d', activity)).to.deep.equal({
      id: 'from-the-channel',
    });
    await client.conversations.sendToConversation('a b', activity);
    expect(connector.received.map((one) => one.path)).to.deep.equal([
      '/amer/v3/conversations/a%20b/activities/c%2Fd',
      '/amer/v3/conversations/a%20b/activities',
    ]);
    expect(connector.received.map((one) => one.headers.authorization)).to.deep.equal([
      'Bearer a-token',
      'Bearer a-token',
    ]);
    expect(connector.texts()).to.deep.equal(['¿Qué?', '¿Qué?']);
  });

  it('counts as said whatever the channel answers beside its yes', async () => {
    for (const answer of ['', 'yes', 'null', '{"id":']) {
      const address = await serve((_request, response) => response.end(answer));
      expect(await postOnce(address, {}, {})).to.be.oneOf([undefined, null]);
    }
  });

  it('is not sent after a redirection, nor is its token', async () => {
    let elsewhere = 0;
    const other = await serve((_request, response) => {
      elsewhere += 1;
      response.end();
    });
    const address = await serve((_request, response) => {
      response.writeHead(307, { location: `http://127.0.0.1:${other.port}/v3` });
      response.end();
    });
    const error = await failureOf(postOnce(address, { authorization: 'Bearer t' }, {}));
    expect(error).to.be.instanceOf(ChannelRefusal).with.property('statusCode', 307);
    expect(elsewhere).to.equal(0);
  });

  it('may have been said when no answer comes in time, or half of one', async () => {
    const silent = await serve(() => undefined);
    const broken = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"id"', () => response.destroy());
    });
    expect(outcomeOf(await failureOf(postOnce(silent, {}, {}, 20)))).to.equal('unclear');
    expect(outcomeOf(await failureOf(postOnce(broken, {}, {})))).to.equal('unclear');
  });
});
