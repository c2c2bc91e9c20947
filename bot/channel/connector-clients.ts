import { urlToHttpOptions } from 'node:url';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { postOnce } from './channel-post.ts';
import type { MicrosoftApp } from './microsoft-app.ts';

type Identified = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['authenticateRequest']>>;
type Factory = ReturnType<ConfigurationBotFrameworkAuthentication['createConnectorFactory']>;
type Client = Awaited<ReturnType<Factory['create']>>;
type RestResponse = Awaited<ReturnType<Client['sendOperationRequest']>>;
type Identity = Identified['claimsIdentity'];
type UserTokenClient = Awaited<ReturnType<ConfigurationBotFrameworkAuthentication['createUserTokenClient']>>;

/** Channels use a handful of service URLs; more than this many at once means that something is odd. */
const MOST_CLIENTS = 100;

/**
 * Authentication as the SDK does it, with three differences for what we send: one client per service URL is kept instead
 * of building one each turn, what we say is posted directly, and nothing is sent again by itself. The SDK would send four
 * times, and a lost answer would then say the same thing four times to someone.
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
          .then((client) => sayDirectly(client, serviceUrl));
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

/**
 * What the bot says goes straight over HTTP: the SDK compares every field, down to the last button, with its own
 * description of an activity, and hands the request through fifteen policies and two generations of request objects,
 * which together cost as much as the rest of the turn. One of the policies sends again by itself. Who may be called and
 * with which token stays the SDK's, and so does everything that is not a message.
 */
function sayDirectly(client: Client, serviceUrl: string): Client {
  const other = client.sendOperationRequest.bind(client);
  const url = new URL(serviceUrl);
  const { protocol, hostname, port } = urlToHttpOptions(url);
  const base = url.pathname.replace(/\/$/, '');
  client.sendOperationRequest = async (values, spec, callback) => {
    if (spec.requestBody?.parameterPath !== 'activity' || spec.httpMethod !== 'POST') {
      return other(values, spec, callback);
    }
    const { conversationId, activityId, activity } = values;
    const path = `${base}${activitiesPath(String(conversationId), activityId)}`;
    const signature = await signatureOf(client);
    return (await postOnce({ protocol, hostname, port, path }, signature, activity)) as RestResponse;
  };
  return client;
}

/** Where a channel takes what is said in a conversation: in reply to an activity, or by itself. */
function activitiesPath(conversation: string, repliedTo: unknown): string {
  const reply = typeof repliedTo === 'string' ? `/${encodeURIComponent(repliedTo)}` : '';
  return `/v3/conversations/${encodeURIComponent(conversation)}/activities${reply}`;
}

/** The SDK gets, keeps and renews tokens, and writes them on a request. Without a registration there are none. */
async function signatureOf(client: Client): Promise<Readonly<Record<string, string>>> {
  const headers = new Map<string, string>();
  // Of a request, this is all that it touches.
  const request = { headers } as unknown as Parameters<Client['credentials']['signRequest']>[0];
  await client.credentials.signRequest(request);
  return Object.fromEntries(headers);
}
