import { en } from './en.ts';
import { es } from './es.ts';

/** Everything the console itself says. A key that a language lacks does not compile. */
export type Words = typeof en;

export const WORDS: Readonly<Record<'en' | 'es', Words>> = { en, es };
