import { failure } from '../failure.ts';
import type { MayCall } from '../origins.ts';
import type { WebFlavour } from '../render/activity.ts';
import type { Answer, Call } from '../route.ts';
import { textField } from './body-field.ts';
import { bearerOf, type Caller, type Credentials } from './credentials.ts';
import type { TokenClaims, Tokens } from './tokens.ts';
import type { Transcripts } from './transcripts.ts';

export interface GrantsParts {
  tokens: Tokens;
  credentials: Credentials;
  transcripts: Transcripts;
  newId: () => string;
  mayCall: MayCall;
  /** Where clients reach us, such as `https://chat.example.org`; without it, the name they used. */
  publicUrl: string | undefined;
  /** The conversation that a resume code belongs to. */
  resume: (code: string) => Promise<string | undefined>;
}

/** A conversation and a token for it, as clients read them. */
export interface Granted {
  conversationId: string;
  token: string;
  expires_in: number;
}

/** Who may enter a conversation: everything that answers with a token. */
export class Grants {
  readonly #parts: GrantsParts;

  constructor(parts: GrantsParts) {
    this.#parts = parts;
  }

  /** `POST tokens/generate`: a token for a conversation that does not exist yet. The bot hears nothing of it. */
  generate(call: Call): Answer {
    const { newId, credentials } = this.#parts;
    const bearer = bearerOf(call);
    const conversation = newId();
    if (bearer === undefined) {
      const refused = this.#refuseStranger(call);
      if (refused !== undefined) return refused;
      return { status: 200, body: this.grant({ conversation, user: userOf(conversation) }) };
    }
    if (!credentials.isSecret(bearer)) return failure('bad-credentials');
    const user = userIdIn(call.body) ?? userOf(conversation);
    if (!isUserId(user)) return failure('bad-user');
    return { status: 200, body: this.grant({ conversation, user }) };
  }

  /** `POST tokens/refresh`: the same conversation, half an hour more. */
  refresh(call: Call): Answer {
    const caller = this.#parts.credentials.caller(call);
    if ('status' in caller) return caller;
    if (caller.kind === 'secret') return failure('bad-credentials');
    return { status: 200, body: this.grant(caller.claims) };
  }

  /** `POST /api/resume`: a written-down code becomes a token for its conversation. */
  async resume(call: Call): Promise<Answer> {
    const refused = this.#refuseStranger(call);
    if (refused !== undefined) return refused;
    const code = textField(call.body, 'code');
    if (code === undefined || code.length > 100) return failure('bad-request');
    const conversation = await this.#parts.resume(code);
    // Looked up in any case, so that a wrong code takes as long as a right one.
    const record = await this.#parts.transcripts.live(conversation ?? 'none');
    if (conversation === undefined || record === undefined) return failure('no-conversation');
    return { status: 200, body: this.grant({ conversation, user: userOf(conversation) }) };
  }

  /**
   * `POST /api/renew`: for our page, when a phone slept longer than a token lives. A token that was good opens its own
   * conversation again for as long as that is kept.
   */
  async renew(call: Call): Promise<Answer> {
    const bearer = bearerOf(call);
    if (bearer === undefined) return failure('missing-credentials');
    const check = this.#parts.tokens.check(bearer);
    if (check.kind === 'bad') return failure('bad-credentials');
    const record = await this.#parts.transcripts.live(check.claims.conversation);
    if (record === undefined) return failure('no-conversation');
    return { status: 200, body: this.grant(check.claims) };
  }

  /** For a conversation that begins: the one of the token, or a new one for a server with the secret. */
  claimsToStart(caller: Caller, body: unknown): TokenClaims {
    if (caller.kind === 'token') return caller.claims;
    const conversation = this.#parts.newId();
    const wanted = userIdIn(body);
    return { conversation, user: wanted !== undefined && isUserId(wanted) ? wanted : userOf(conversation) };
  }

  grant(claims: TokenClaims): Granted {
    const { token, expiresIn } = this.#parts.tokens.issue(claims);
    return { conversationId: claims.conversation, token, expires_in: expiresIn };
  }

  /** The same with the address of a stream that begins after `watermark`. */
  grantStream(call: Call, claims: TokenClaims, watermark: number): Granted & { streamUrl: string } {
    const { tokens, publicUrl } = this.#parts;
    const { conversation } = claims;
    const base = `${socketBase(publicUrl, call.headers.host)}/v3/directline/conversations/${conversation}/stream`;
    const streamUrl = `${base}?watermark=${watermark}&t=${tokens.issueForStream({ ...claims, flavour: flavourOfCall(call) })}`;
    return { ...this.grant(claims), streamUrl };
  }

  /** Someone without token or secret: only a page that may. Where there is no secret, other programs may as well. */
  #refuseStranger(call: Call): Answer | undefined {
    const { origin, host } = call.headers;
    if (origin !== undefined)
      return this.#parts.mayCall(origin, host) ? undefined : failure('origin-refused');
    return this.#parts.credentials.hasSecret ? failure('missing-credentials') : undefined;
  }
}

/**
 * What a client can show. Clients name themselves in a header that is meant for it; our own page is sent no cards and
 * buttons, as it draws them itself, and the official Web Chat (`DirectLine/3.0 (directlinejs; WebChat/4.18.1 …`) no text
 * that only repeats them.
 */
export function flavourOfCall(call: Call): WebFlavour {
  const agent = call.headers['x-ms-bot-agent'];
  if (typeof agent !== 'string') return 'web';
  if (agent.startsWith('support-navigator')) return 'page';
  return agent.includes('WebChat/') ? 'webchat' : 'web';
}

/** Ids of people are made from the conversation: the same after a resume, and nothing a client could choose. */
export function userOf(conversation: string): string {
  return `dl_${conversation}`;
}

/** Official clients put it into addresses as it is. */
function isUserId(id: string): boolean {
  return /^dl_[\w.~-]{1,200}$/.test(id);
}

function userIdIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('user' in body)) return undefined;
  return textField(body.user, 'id');
}

function socketBase(publicUrl: string | undefined, host: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl.replace(/^http/, 'ws').replace(/\/$/, '');
  return `ws://${host !== undefined && /^[\w.:[\]-]{1,255}$/.test(host) ? host : 'localhost'}`;
}
