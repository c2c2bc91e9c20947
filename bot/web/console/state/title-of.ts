import type { CaseLine } from '../../../domain/console.ts';
import type { Words } from '../words/words.ts';

/** What a case is called: what the person wants; else that a safety line was shown; else that no wish was given. */
export function titleOf({ wants, safety }: Pick<CaseLine, 'wants' | 'safety'>, words: Words): string {
  if (wants !== '') return wants;
  return safety === null ? words.noWish : words.happened['safety-shown'];
}
