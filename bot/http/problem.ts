import { failure, type Failure } from '../channel/failure.ts';
import type { Answer } from '../channel/route.ts';

/**
 * Every error of the server as an answer. What an error says is never passed on: it could hold a path, an address or a
 * piece of what someone wrote.
 */
export function problem(error: unknown): Answer {
  return failure(kindOf(error));
}

function kindOf(error: unknown): Failure {
  const status =
    typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : 500;
  switch (status) {
    case 400:
      return 'bad-request';
    case 404:
      return 'not-found';
    case 405:
      return 'wrong-method';
    case 413:
      return 'too-big';
    case 415:
      return 'not-json';
    case 429:
      return 'too-many';
    case 503:
      return 'stopping';
    default:
      return 'failed';
  }
}
