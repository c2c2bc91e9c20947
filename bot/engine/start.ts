import type { Conversation } from '../domain/conversation.ts';
import type { Country, Language } from '../domain/locale.ts';
import type { Program } from '../language/program.ts';
import type { Draft } from './draft.ts';

/** A conversation in which nothing has been said yet. */
export function freshConversation(
  program: Program,
  hint: { language?: Language; country?: Country; asked?: number } = {},
): Conversation {
  return {
    shape: 1,
    revision: program.revision,
    mode: 'bot',
    language: hint.language ?? 'en',
    country: hint.country ?? 'US',
    consented: false,
    frames: [],
    answers: {},
    crumbs: [],
    asked: hint.asked ?? 0,
    misses: 0,
    plan: { options: [], resources: [], questions: [] },
    safety: [],
    crisisBar: false,
  };
}

/** Answers that outlive a fresh start: what a person left out stays out. */
const KEPT_ON_RESTART = ['leave_out'];

/** Begins anew: the answers go, the plan, the language and what was left out stay. The opening runs next. */
export function startAgain(draft: Draft): void {
  const { conversation, program } = draft;
  const kept = Object.entries(conversation.answers).filter(([name]) => KEPT_ON_RESTART.includes(name));
  draft.replaceAnswers(Object.fromEntries(kept));
  conversation.crumbs = [];
  conversation.misses = 0;
  const { welcome } = program.interruptions;
  conversation.frames.length = 0;
  conversation.frames.push({ dialog: welcome, node: draft.dialog(welcome).start, waits: 'call' });
}
