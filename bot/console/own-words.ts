import type { HelplineWords } from '../domain/console.ts';
import type { Program } from '../language/program.ts';

/**
 * Our draft of what a helpline tells people before anything is passed on, from `dialogs/words.yaml`. It is a suggestion:
 * only the helpline knows what it keeps, and whom its staff must tell, so someone there reads it and confirms it.
 */
export function draftWords(program: Program): HelplineWords {
  const both = (id: string) => {
    const text = program.words.get(id);
    const en = plain(text?.en);
    return { en, es: plain(text?.es) || en };
  };
  return {
    who_reads: both('helpline-who-reads'),
    what_is_kept: both('helpline-what-is-kept'),
    must_tell_others: both('helpline-must-tell-others'),
  };
}

/** These sentences have no places for values. */
function plain(template: unknown): string {
  return typeof template === 'string' ? template : '';
}
