import type { Conversation } from '../domain/conversation.ts';
import { URGENT } from '../domain/signal.ts';
import type { Program } from '../language/program.ts';

/**
 * Whether the open question belongs to urgent help, where the numbers are in view. Its choices name dangers ("Someone is
 * hurting me"): to press one answers the question. Heard as a new cry for help, it would lead in a circle.
 */
export function isUrgentHelp(program: Program, conversation: Conversation | null): boolean {
  const open = conversation?.frames.at(-1)?.dialog;
  if (open === undefined) return false;
  const { safety, does } = program.interruptions;
  const urgent = does.get('urgent');
  if (urgent !== undefined && 'call' in urgent && urgent.call === open) return true;
  return [...safety].some(([kind, dialog]) => dialog === open && URGENT.has(kind));
}
