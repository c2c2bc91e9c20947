import type { IncomingHttpHeaders } from 'node:http';
import type { MayCall } from '../channel/origins.ts';
import type { Headers } from './security-headers.ts';

/** Official clients send the last two with every call, and ask for a session with credentials. */
const ALLOWED = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'access-control-max-age': '600',
};

/** Lets a page of an allowed origin read an answer; adds nothing for any other. */
export function corsHeaders(headers: IncomingHttpHeaders, mayCall: MayCall): Headers {
  const { origin, host } = headers;
  if (origin === undefined || !mayCall(origin, host)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'retry-after',
  };
}

/** The answer to the question a browser asks before a call from another origin. */
export function preflightHeaders(headers: IncomingHttpHeaders, mayCall: MayCall): Headers {
  const cors = corsHeaders(headers, mayCall);
  return 'access-control-allow-origin' in cors ? { ...cors, ...ALLOWED } : cors;
}
