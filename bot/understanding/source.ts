import { parse } from 'yaml';
import { z } from 'zod/v4';
import { LANGUAGES, type Language } from '../domain/locale.ts';
import { words } from './fold.ts';
import { type Meaning, MEANINGS } from './model.ts';
import type { Example } from './train.ts';

/** One file of examples as it was read. `file` counts from `resources/understanding`. */
export interface SourceFile {
  file: string;
  text: string;
}

/** Something to mend in the examples, for the person who edits them. */
export interface Problem {
  file: string;
  path: string;
  message: string;
}

const perLanguage = z.strictObject({ en: z.string(), es: z.string() });

/** `resources/understanding/<intent>.yaml`. */
export const intentSchema = z.strictObject({
  intent: z.enum(MEANINGS),
  about: z.string(),
  /** Words that speak for this intent wherever they stand, with commas between them. */
  keywords: perLanguage,
  /** One phrase on each line. */
  examples: perLanguage,
  /** Words that name a language, only for `language_switch`. */
  names: perLanguage.optional(),
});

/** Everything the files say. */
export interface Examples {
  examples: Example[];
  keys: Map<Meaning, Set<string>>;
  languages: Map<string, Language>;
}

/** A phrase needs this many in a language, or the intent is hardly ever understood. */
const FEWEST = { en: 60, es: 40 };

/** Reads the files, and tells everything that is wrong with them. Pure. */
export function readExamples(files: readonly SourceFile[]): { read: Examples; problems: Problem[] } {
  const problems: Problem[] = [];
  const read: Examples = { examples: [], keys: new Map(), languages: new Map() };
  const meant = new Map<string, { intent: Meaning; file: string }>();
  for (const { file, text } of files) {
    const source = parsed(file, text, problems);
    if (source === null) continue;
    const { intent } = source;
    if (`${intent}.yaml` !== file)
      problems.push({ file, path: 'intent', message: `the file must be called ${intent}.yaml` });
    read.keys.set(intent, new Set(LANGUAGES.flatMap((language) => words(source.keywords[language]))));
    for (const language of LANGUAGES) {
      for (const name of words(source.names?.[language] ?? '')) read.languages.set(name, language);
      const phrases = source.examples[language].split('\n').map((line) => line.trim());
      const own = phrases.filter((phrase) => words(phrase).length > 0);
      if (own.length < FEWEST[language]) {
        problems.push({
          file,
          path: `examples.${language}`,
          message: `${own.length} phrases are too few: write ${FEWEST[language]} or more`,
        });
      }
      for (const phrase of own) {
        const folded = words(phrase).join(' ');
        const other = meant.get(folded);
        if (other && other.intent !== intent) {
          problems.push({
            file,
            path: `examples.${language}`,
            message: `“${phrase}” also stands in ${other.file}: one phrase has one meaning`,
          });
        }
        meant.set(folded, { intent, file });
        read.examples.push({ intent, language, text: phrase });
      }
    }
  }
  for (const intent of MEANINGS) {
    if (read.keys.has(intent) || problems.some((one) => one.file === `${intent}.yaml`)) continue;
    problems.push({ file: `${intent}.yaml`, path: '', message: 'this file is missing' });
  }
  return { read, problems };
}

function parsed(file: string, text: string, problems: Problem[]): z.infer<typeof intentSchema> | null {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : '';
    problems.push({ file, path: '', message: `not readable as YAML: ${why}` });
    return null;
  }
  const result = intentSchema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues)
    problems.push({ file, path: issue.path.join('.'), message: issue.message });
  return null;
}
