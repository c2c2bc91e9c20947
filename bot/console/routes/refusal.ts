import { failure, type Failure } from '../../channel/failure.ts';
import type { Answer } from '../../channel/route.ts';
import type { CaseRefusal } from '../../domain/case.ts';

const FAILURE_OF: Readonly<Record<CaseRefusal, Failure>> = {
  'no-case': 'no-case',
  'not-staff': 'not-allowed',
  'not-owner': 'not-your-case',
  'already-claimed': 'already-claimed',
  ended: 'case-ended',
  'wrong-state': 'wrong-state',
  'too-many-chats': 'too-many-chats',
  conflict: 'failed',
};

/** The answer for something that staff may not do, or that makes no sense any more. */
export function refusal(why: CaseRefusal): Answer {
  return failure(FAILURE_OF[why]);
}

/** What was typed is not right: the sentence is for the one who typed it, and holds nothing they did not type. */
export function problem(message: string): Answer {
  return { status: 400, body: { error: { code: 'BadInput', message } } };
}
