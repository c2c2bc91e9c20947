import type { Clock, ConversationStore } from '../../turn/ports.ts';
import type { NavigatorBot } from '../navigator-bot.ts';
import type { MayCall } from '../origins.ts';
import type { Expand, Later, Log } from '../ports.ts';
import type { Route } from '../route.ts';
import { Credentials } from './credentials.ts';
import { Endpoint } from './endpoint.ts';
import { Grants } from './grants.ts';
import { Hub } from './hub.ts';
import { LocalTurns } from './local-turns.ts';
import { directLineRoutes } from './routes.ts';
import { Streams } from './streams.ts';
import { Tokens } from './tokens.ts';
import { Transcripts } from './transcripts.ts';

export interface DirectLineParts {
  bot: NavigatorBot;
  store: ConversationStore;
  expand: Expand;
  clock: Clock;
  /** An id that nobody can guess, safe in a URL as it is. */
  newId: () => string;
  log: Log;
  later: Later;
  /** Signs tokens; at least 32 random bytes. */
  tokenKey: Uint8Array;
  /** For other servers; our own page needs none. */
  secret: string | undefined;
  mayCall: MayCall;
  publicUrl: string | undefined;
  /** The person types (no `read`), or has read up to a line. */
  presence: (conversation: string, read?: number) => void;
  /** The conversation that a resume code belongs to. */
  resume: (code: string) => Promise<string | undefined>;
}

/** The endpoint put together: what the server mounts. */
export interface DirectLine {
  routes: Route[];
  streams: Streams;
  /** Passes on what was said outside a person's own turn to the pages that are open. */
  turns: Pick<LocalTurns, 'deliver' | 'signal'>;
  /** Whether the person has the page open. */
  here: (conversation: string) => boolean;
}

/** Puts the Direct Line endpoint together. */
export function createDirectLine(parts: DirectLineParts): DirectLine {
  const tokens = new Tokens(parts.tokenKey, parts.clock);
  const hub = new Hub();
  const credentials = new Credentials(tokens, parts.secret);
  const transcripts = new Transcripts(parts);
  const turns = new LocalTurns({ ...parts, hub, departed: transcripts.departed });
  const grants = new Grants({ ...parts, tokens, credentials, transcripts });
  const endpoint = new Endpoint({ ...parts, credentials, grants, transcripts, turns });
  const streams = new Streams({
    tokens,
    hub,
    log: parts.log,
    later: parts.later,
    readAfter: (conversation, seq, reader) => transcripts.readAfter(conversation, seq, reader),
  });
  return {
    routes: directLineRoutes(endpoint, grants, parts.newId),
    streams,
    turns,
    here: (conversation) => hub.has(conversation),
  };
}
