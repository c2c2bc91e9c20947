import { never } from '../../domain/fault.ts';
import { activityId } from '../activity-id.ts';
import { failure } from '../failure.ts';
import { localeHint } from '../locale-hint.ts';
import { codeOf } from '../navigator-bot.ts';
import type { Log } from '../ports.ts';
import type { Answer, Call } from '../route.ts';
import { channelWord } from '../words.ts';
import { readWatermark } from './activity-set.ts';
import { textField } from './body-field.ts';
import type { Caller, Credentials } from './credentials.ts';
import { flavourOfCall, userOf, type Grants } from './grants.ts';
import { readIncoming } from './ingress.ts';
import type { LocalTurn } from './local-turn.ts';
import type { LocalTurns } from './local-turns.ts';
import type { TokenClaims } from './tokens.ts';
import type { Transcripts } from './transcripts.ts';

export interface EndpointParts {
  credentials: Credentials;
  grants: Grants;
  transcripts: Transcripts;
  turns: LocalTurns;
  newId: () => string;
  log: Log;
  presence: (conversation: string, read?: number) => void;
}

/**
 * Conversations over Direct Line 3.0. The transcript in the store is the only source of what a client reads: a GET, a
 * replay after a lost connection and a restart of the server all show the same activities under the same ids. What is
 * said meanwhile is pushed as well, so that nobody has to ask.
 */
export class Endpoint {
  readonly #parts: EndpointParts;

  constructor(parts: EndpointParts) {
    this.#parts = parts;
  }

  /** `POST conversations`: the bot says hello. 201, or 200 when this conversation has begun already. */
  async start(call: Call): Promise<Answer> {
    const { credentials, grants, transcripts, turns } = this.#parts;
    const caller = credentials.caller(call);
    if ('status' in caller) return caller;
    const claims = grants.claimsToStart(caller, call.body);
    if (transcripts.departed.lastWords(claims.conversation) !== undefined) return failure('no-conversation');
    const known = (await transcripts.live(claims.conversation)) !== undefined;
    if (!known) {
      const hint = localeHint(textField(call.body, 'locale') ?? call.headers['accept-language']);
      const activity = { type: 'conversationUpdate', membersAdded: [{ id: claims.user, name: '' }] };
      const turn = await turns.run({
        claims,
        activity,
        key: 'start',
        hint,
        flavour: flavourOfCall(call),
        before: undefined,
      });
      if (turn.told !== undefined) return failure('failed');
    }
    return { status: known ? 200 : 201, body: grants.grantStream(call, claims, 0) };
  }

  /** `GET conversations/:id`: a new stream for a client that lost its own. */
  async reconnect(call: Call): Promise<Answer> {
    const { grants, transcripts } = this.#parts;
    const caller = this.#callerOf(call);
    if ('status' in caller) return caller;
    const record = await transcripts.live(caller.conversation);
    if (record === undefined) return failure('no-conversation');
    // Without a watermark: what comes from now on. With an empty one, as clients send it after a reload: everything.
    const asked = call.query.get('watermark');
    const watermark = asked === null ? record.lastSeq : (readWatermark(asked) ?? 0);
    return { status: 200, body: grants.grantStream(call, caller, watermark) };
  }

  /** `GET conversations/:id/activities`. Official clients stop polling for ever at a 429 or 5xx, so it gives neither. */
  async read(call: Call): Promise<Answer> {
    const { transcripts, turns, log } = this.#parts;
    const caller = this.#callerOf(call);
    if ('status' in caller) return caller;
    const { conversation, user } = caller;
    const asked = call.query.get('watermark');
    try {
      const set = await transcripts.readAfter(conversation, readWatermark(asked) ?? 0, {
        user,
        flavour: flavourOfCall(call),
      });
      if (set === undefined) return failure('no-conversation');
      const activities = [...set.activities, ...turns.whispers.take(conversation)];
      return { status: 200, body: { activities, watermark: set.watermark } };
    } catch (error) {
      log('read-failed', { conversation, code: codeOf(error) });
      return { status: 200, body: { activities: [], watermark: asked ?? '' } };
    }
  }

  /** `POST conversations/:id/activities`: the person says something. One turn; the reply goes over the stream. */
  async post(call: Call): Promise<Answer> {
    const { transcripts, turns, newId, presence } = this.#parts;
    const caller = this.#callerOf(call);
    if ('status' in caller) return caller;
    const incoming = readIncoming(call.body);
    if (incoming.kind === 'refused') return failure(incoming.why);
    const before = await transcripts.live(caller.conversation);
    if (before === undefined) return failure('no-conversation');
    if (incoming.kind === 'presence') presence(caller.conversation, incoming.read);
    if (incoming.kind !== 'message') return { status: 200, body: { id: newId() } };
    const { activity, clientId } = incoming;
    const turn = await turns.run({
      claims: caller,
      activity,
      key: clientId === undefined ? newId() : `client:${clientId}`,
      hint: localeHint(activity.locale, activity.localTimezone),
      flavour: flavourOfCall(call),
      before,
      ...(clientId === undefined ? {} : { clientId }),
    });
    return this.#posted(turn);
  }

  /** `POST conversations/:id/upload`: files are not taken. The person reads so, and the client gets an error. */
  async upload(call: Call): Promise<Answer> {
    const { transcripts, turns } = this.#parts;
    const caller = this.#callerOf(call);
    if ('status' in caller) return caller;
    const record = await transcripts.live(caller.conversation);
    if (record === undefined) return failure('no-conversation');
    turns.notice(caller.conversation, channelWord('noFiles', record.conversation.language));
    return failure('files-refused');
  }

  #posted(turn: LocalTurn): Answer {
    switch (turn.told) {
      case undefined: {
        // The person's line comes back under this id; a press that leaves no line may have any.
        const line = turn.entries.find((entry) => entry.from === 'person');
        const id = line === undefined ? this.#parts.newId() : activityId(turn.conversation, line.seq);
        return { status: 200, body: { id } };
      }
      case 'invalid':
        return failure('bad-activity');
      case 'noFiles':
        return failure('files-refused');
      case 'failed':
        return failure('failed');
      default:
        return never(turn.told);
    }
  }

  /** The conversation in the path, when the caller may enter it. */
  #callerOf(call: Call): TokenClaims | Answer {
    const conversation = call.params['id'] ?? '';
    const caller: Caller | Answer = this.#parts.credentials.callerFor(call, conversation);
    if ('status' in caller) return caller;
    return caller.kind === 'token' ? caller.claims : { conversation, user: userOf(conversation) };
  }
}
