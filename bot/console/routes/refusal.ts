import { failure } from '../../channel/failure.ts';
import type { Answer } from '../../channel/route.ts';
import type { CaseRefusal } from '../../domain/case.ts';
import { never } from '../../domain/fault.ts';

/** The answer for something that staff may not do, or that makes no sense any more. */
export function refusal(why: CaseRefusal): Answer {
  switch (why) {
    case 'no-case':
      return failure('no-case');
    case 'not-staff':
      return failure('not-allowed');
    case 'not-owner':
      return failure('not-your-case');
    case 'already-claimed':
      return failure('already-claimed');
    case 'ended':
      return failure('case-ended');
    case 'wrong-state':
      return failure('wrong-state');
    case 'too-many-chats':
      return failure('too-many-chats');
    case 'conflict':
      return failure('failed');
    default:
      return never(why);
  }
}

/** What was typed is not right: the sentence is for the one who typed it, and holds nothing they did not type. */
export function problem(message: string): Answer {
  return { status: 400, body: { error: { code: 'BadInput', message } } };
}
