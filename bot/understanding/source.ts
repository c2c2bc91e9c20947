import { z } from 'zod/v4';
import { LANGUAGES, type Language } from '../domain/locale.ts';
import { readShaped } from '../language/read-shaped.ts';
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
  /** Counted from one, when it is known. */
  line?: number;
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
  for (const one of files) {
    const { file } = one;
    const source = readForm(one, intentSchema, problems);
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

/** A file that has its form, or null: then everything that is wrong with it is in `problems`. */
export function readForm<S extends z.ZodType>(
  { file, text }: SourceFile,
  schema: S,
  problems: Problem[],
): z.infer<S> | null {
  const read = readShaped({ path: file, text }, schema);
  if (read.ok) return read.data;
  for (const { path, message, remedy, line } of read.faults) {
    problems.push({
      file,
      path: (path ?? []).join('.'),
      message: remedy ? `${message} ${remedy}` : message,
      line,
    });
  }
  return null;
}
