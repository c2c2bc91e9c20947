import { parseDocument } from 'yaml';
import { z } from 'zod/v4';
import { SIGNALS } from '../domain/signal.ts';
import { id, review } from '../language/schema/text.ts';
import { type ExamplePhrase, SafetyModel } from './model.ts';
import type { Problem, SourceFile } from './source.ts';

const phrases = z.array(z.string().trim().min(1).max(600)).min(1);

/** `examples/<kind>.yaml`: phrases that mean this kind, by language. `none`: nothing should be found in them. */
export const exampleFile = z.strictObject({
  kind: z.enum([...SIGNALS, 'none']),
  review,
  en: phrases,
  es: phrases,
});
export type ExampleFile = z.infer<typeof exampleFile>;

/** `examples/words.yaml`: meaning → words that share it, parted by spaces; `*` at the end stands for any ending. */
export const meaningFile = z.strictObject({ words: z.record(id, z.string().min(1)) });

const MEANINGS = 'examples/words.yaml';

/**
 * Reads the example phrases and learns from them, or tells everything that is wrong with the files at once.
 * A phrase that stands in the files of two kinds is wrong: the model could not learn from it.
 *
 * @param files `examples/*.yaml`, by their name under `resources/safety/`
 * @param others phrases that stand elsewhere. One that is also an example here is left out: the example decides
 */
export function learnFrom(
  files: readonly SourceFile[],
  others: readonly ExamplePhrase[] = [],
): { ok: SafetyModel } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const examples: ExamplePhrase[] = [];
  const kindOf = new Map<string, string>();
  let meanings: Record<string, string> = {};
  for (const { file, text } of [...files].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const document = parseDocument(text);
    for (const error of document.errors)
      problems.push({ file, path: `line ${error.linePos?.[0].line ?? '?'}`, message: error.code });
    if (document.errors.length > 0) continue;
    if (file === MEANINGS) {
      meanings = read(meaningFile, document.toJS(), file, problems)?.words ?? meanings;
      continue;
    }
    const source = read(exampleFile, document.toJS(), file, problems);
    if (!source) continue;
    for (const phrase of [...source.en, ...source.es]) {
      const other = kindOf.get(phrase);
      if (other !== undefined && other !== source.kind)
        problems.push({ file, path: source.kind, message: `a phrase is also an example of ${other}` });
      kindOf.set(phrase, source.kind);
      examples.push({ text: phrase, kind: source.kind === 'none' ? null : source.kind });
    }
  }
  const missing = [...SIGNALS, 'none'].filter(
    (kind) => !examples.some((one) => (one.kind ?? 'none') === kind),
  );
  for (const kind of missing)
    problems.push({ file: 'examples', path: kind, message: 'there is no example of this kind' });
  if (problems.length > 0) return { problems };
  const more = others.filter(({ text }) => !kindOf.has(text));
  return { ok: SafetyModel.learn([...examples, ...more], meanings) };
}

function read<T>(schema: z.ZodType<T>, value: unknown, file: string, problems: Problem[]): T | undefined {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    problems.push({ file, path: issue.path.map(String).join('.'), message: issue.message });
  return undefined;
}
