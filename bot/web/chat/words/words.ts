import type { Language } from '../../../domain/locale.ts';
import { en, type Words } from './en.ts';
import { es } from './es.ts';

export type { Words };

/** The page's own words in a language. */
export const WORDS: Readonly<Record<Language, Words>> = { en, es };
