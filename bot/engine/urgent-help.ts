import { URGENT } from '../domain/signal.ts';
import type { Program } from '../language/program.ts';

/**
 * Whether a dialog is urgent help, where the numbers are in view. Its choices name dangers ("Someone is hurting me"): to
 * press one answers the question. Heard as a new cry for help, it would lead in a circle.
 *
 * @param dialog the dialog that the open question belongs to; undefined when there is none
 */
export function isUrgentHelp(program: Program, dialog: string | undefined): boolean {
  if (dialog === undefined) return false;
  const { safety, does } = program.interruptions;
  const urgent = does.get('urgent');
  if (urgent !== undefined && 'call' in urgent && urgent.call === dialog) return true;
  return [...safety].some(([kind, reply]) => reply === dialog && URGENT.has(kind));
}
