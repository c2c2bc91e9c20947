/**
 * What became of a send. `unsent`: it certainly did not arrive, so it may be tried again. `refused`: the channel will
 * never take it. `unclear`: it may have arrived; sending it again could say the same thing twice.
 */
export type SendOutcome = 'sent' | 'unsent' | 'refused' | 'unclear';

/** The connection was never made. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EHOSTDOWN',
]);
/** The channel says that it did nothing: Teams answers 412 for "try again", 429 for too many, 503 for not now. */
const NOT_DONE: ReadonlySet<number> = new Set([412, 429, 503]);

/** Reads what a failed send throws: the status the channel answered, or why there was no answer. */
export function outcomeOf(error: unknown): Exclude<SendOutcome, 'sent'> {
  if (typeof error !== 'object' || error === null) return 'unclear';
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (typeof status === 'number') {
    if (NOT_DONE.has(status)) return 'unsent';
    return status >= 400 && status < 500 && status !== 408 ? 'refused' : 'unclear';
  }
  // Errors of signing in have an `errorCode`: without a token nothing was sent.
  if ('errorCode' in error) return 'unsent';
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && NEVER_CONNECTED.has(code) ? 'unsent' : 'unclear';
}
