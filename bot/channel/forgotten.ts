import type { Conversation } from '../domain/conversation.ts';
import type { Hint } from './ports.ts';

/** What is left of a conversation that was just deleted: enough to say goodbye in the right language. */
export function forgotten(hint: Hint): Conversation {
  return {
    shape: 1,
    revision: '',
    mode: 'ended',
    language: hint.language ?? 'en',
    country: hint.country ?? 'US',
    consented: false,
    frames: [],
    answers: {},
    crumbs: [],
    asked: 0,
    misses: 0,
    plan: { options: [], resources: [], questions: [] },
    safety: [],
    crisisBar: false,
  };
}
