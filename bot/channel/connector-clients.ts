import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { Fault } from '../domain/fault.ts';
import type { MicrosoftApp } from './microsoft-app.ts';

type Identified = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Client = Awaited<ReturnType<Factory['create']>>;
type Identity = Identified['claimsIdentity'];
type UserTokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;

/** Channels use a handful of service URLs; more than this many at once means that something is odd. */
const MOST_CLIENTS = 100;
/** Longest wait for a channel to take a message, in milliseconds; the whole turn must end within 15 s. */
const SEND_TIMEOUT = 8_000;

/**
 * Authentication as the SDK does it, with three differences for what we send: one client per service URL is kept instead
 * of building one each turn, what we say is written as plain JSON, and a client never repeats a send by itself. The SDK
 * would send four times, and a lost answer would then say the same thing four times to someone.
 */
export class ConnectorAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #clients = new Map<string, Promise<Client>>();
  #userTokens: Promise<UserTokenClient> | undefined;

  /** Without an app, whoever calls is believed: serve that to the same machine only. */
  constructor(app: MicrosoftApp | undefined) {
    super(app === undefined ? {} : settingsOf(app));
  }

  override async authenticateRequest(
    ...request: Parameters<ConfigurationBotFrameworkAuthentication['authenticateRequest']>
  ): Promise<Identified> {
    const identified = await super.authenticateRequest(...request);
    const { connectorFactory } = identified;
    return connectorFactory === undefined
      ? identified
      : { ...identified, connectorFactory: this.#keeping(connectorFactory, identified.audience) };
  }

  override createConnectorFactory(identity: Identity): Factory {
    return this.#keeping(super.createConnectorFactory(identity));
  }

  override createUserTokenClient(identity: Identity): Promise<UserTokenClient> {
    // Signing in to other services is not something this bot does; the SDK only wants one to be there.
    this.#userTokens ??= super.createUserTokenClient(identity);
    return this.#userTokens;
  }

  #keeping(factory: Factory, usual?: string): Factory {
    return {
      create: (serviceUrl: string, audience: string | undefined = usual) => {
        const key = `${audience ?? ''} ${serviceUrl}`;
        const kept = this.#clients.get(key);
        if (kept !== undefined) return kept;
        if (this.#clients.size >= MOST_CLIENTS) this.#clients.clear();
        // The type wants an audience; the SDK takes its own when there is none.
        const made = factory
          .create(serviceUrl, audience as string)
          .then(sendOnce)
          .then(writePlainly);
        this.#clients.set(key, made);
        made.catch(() => this.#clients.delete(key));
        return made;
      },
    };
  }
}

/** A registration by the names that the SDK reads. */
function settingsOf({ type, id, password, tenantId, cloud }: MicrosoftApp): Record<string, string> {
  return {
    MicrosoftAppType: type,
    MicrosoftAppId: id,
    ...(password === undefined ? {} : { MicrosoftAppPassword: password }),
    ...(tenantId === undefined ? {} : { MicrosoftAppTenantId: tenantId }),
    ...(cloud === undefined
      ? {}
      : {
          ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadataUrl,
          ToBotFromEmulatorOpenIdMetadataUrl: cloud.openIdMetadataUrl,
          ToBotFromChannelTokenIssuer: cloud.tokenIssuer,
          ToChannelFromBotLoginUrl: cloud.loginUrl,
          ToChannelFromBotOAuthScope: cloud.oauthScope,
          OAuthUrl: cloud.loginUrl,
        }),
  };
}

interface Pipeline {
  removePolicy(filter: { name: string }): unknown;
  addPolicy(policy: {
    name: string;
    sendRequest(request: { timeout: number }, next: (request: unknown) => unknown): unknown;
  }): void;
}

/** The option to switch repeats off exists in the SDK but is not looked at; its pipeline has to be changed instead. */
function sendOnce(client: Client): Client {
  const inner: unknown = Reflect.get(client, 'client');
  if (typeof inner !== 'object' || inner === null || !('pipeline' in inner)) throw new Fault('no-pipeline');
  const pipeline = inner.pipeline as Pipeline;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({
    name: 'navigator-timeout',
    sendRequest(request, next) {
      request.timeout = SEND_TIMEOUT;
      return next(request);
    },
  });
  return client;
}

type Spec = Parameters<Client['sendOperationRequest']>[1];

/**
 * The SDK compares every field of what is sent, down to the last button, with its own description of an activity before
 * it makes JSON of it: a tenth of a whole turn. What we send is made by us, so JSON is all that is needed; addresses,
 * signing and errors stay the SDK's.
 */
function writePlainly(client: Client): Client {
  const plain = new Map<Spec, Spec>();
  const send = client.sendOperationRequest.bind(client);
  client.sendOperationRequest = (values, spec, callback) => {
    let known = plain.get(spec);
    if (known === undefined) plain.set(spec, (known = withPlainBody(spec)));
    return send(values, known, callback);
  };
  return client;
}

function withPlainBody(spec: Spec): Spec {
  const { requestBody } = spec;
  if (requestBody?.parameterPath !== 'activity') return spec;
  const mapper = { serializedName: 'activity', required: true, type: { name: 'any' as const } };
  return { ...spec, requestBody: { ...requestBody, mapper } };
}
