import type { Answer } from './route.ts';

/**
 * What can go wrong between a client and a channel, by the codes that Bot Framework clients know. Codes are stable;
 * messages are for developers and hold nothing of the request.
 */
export const FAILURES = {
  'missing-credentials': [401, 'BadArgument', 'Missing token or secret'],
  'bad-credentials': [403, 'BadArgument', 'Invalid token or secret'],
  'token-expired': [403, 'TokenExpired', 'Token has expired'],
  'wrong-conversation': [403, 'BadArgument', 'Token not valid for this conversation'],
  'origin-refused': [403, 'BadArgument', 'This origin may not start a conversation without a secret'],
  'page-refused': [403, 'BadArgument', 'Only our own page may ask for this'],
  'not-local': [403, 'BadArgument', 'Without an app id this endpoint serves the same machine only'],
  unauthorised: [401, 'Unauthorized', 'The request is not signed by the channel it names'],
  'signed-out': [401, 'SignedOut', 'Sign in first'],
  'sign-in-refused': [401, 'SignInRefused', 'That name and password do not fit together'],
  'not-allowed': [403, 'NotAllowed', 'Your role may not do this'],
  'not-your-case': [403, 'NotYourCase', 'This case is with someone else'],
  'no-case': [404, 'NoCase', 'There is no such case'],
  'already-claimed': [409, 'AlreadyClaimed', 'A colleague has taken this case'],
  'case-ended': [409, 'CaseEnded', 'This case has ended'],
  'wrong-state': [409, 'WrongState', 'That cannot be done in the state the case is in'],
  'too-many-chats': [409, 'TooManyChats', 'You have as many chats as you may have at once'],
  'bad-user': [400, 'BadArgument', 'A user id must begin with "dl_"'],
  'bad-activity': [400, 'BadArgument', 'Invalid activity'],
  'missing-property': [400, 'MissingProperty', 'The activity needs type, serviceUrl and conversation.id'],
  'type-refused': [400, 'BadArgument', 'Activities of this type cannot be sent by a client'],
  'event-refused': [400, 'BadArgument', 'Events of this name cannot be sent by a client'],
  'files-refused': [400, 'BadArgument', 'Files cannot be sent in this chat'],
  'no-conversation': [404, 'ConversationNotFound', 'Conversation not found'],
  'bad-request': [400, 'BadArgument', 'The body must be JSON of the documented form'],
  'too-big': [413, 'MessageSizeTooBig', 'The message is too big'],
  'not-json': [415, 'BadArgument', 'Content-Type must be application/json'],
  'not-found': [404, 'NotFound', 'There is nothing at this address'],
  'wrong-method': [405, 'MethodNotAllowed', 'This address does not answer that method'],
  'too-many': [429, 'TooManyRequests', 'Too many requests; try again in a while'],
  failed: [500, 'ServiceError', 'Something failed on our side'],
  stopping: [503, 'ServiceError', 'The service is stopping; try again in a while'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type Failure = keyof typeof FAILURES;

/** The answer for a failure: its status and `{"error": {"code", "message"}}`, the form Bot Framework clients read. */
export function failure(kind: Failure, headers?: Readonly<Record<string, string>>): Answer {
  const [status, code, message] = FAILURES[kind];
  return { status, body: { error: { code, message } }, ...(headers === undefined ? {} : { headers }) };
}
