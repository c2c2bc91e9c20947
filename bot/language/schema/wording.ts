import { z } from 'zod/v4';

/** `dialogs/wording.yaml`: words we do not use, and what to write instead. */
export const wordingSchema = z.strictObject({
  /** By language; a word is found whole, whatever its capitals. `*` at its end takes in every ending. */
  avoid: z.record(
    z.enum(['en', 'es']),
    z.array(z.strictObject({ words: z.array(z.string().min(2)).min(1), instead: z.string().min(3) })),
  ),
  /** Proper names that hold such a word, and keep it. */
  names: z.array(z.string()).default([]),
});
