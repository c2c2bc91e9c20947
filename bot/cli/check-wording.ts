import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { located } from '../directory/locate.ts';
import { LANGUAGES } from '../domain/locale.ts';
import { HIGHEST_GRADE, tooHard } from '../language/checks/reading-level.ts';
import { wordingFaults } from '../language/checks/wording.ts';
import { wordList } from '../language/checks/words-to-avoid.ts';
import { DIAGNOSTICS, type DiagnosticCode } from '../language/diagnostics.ts';
import type { WordingSource } from '../language/material.ts';
import type { RoomResult } from './check-rooms.ts';
import { UsageError } from './command.ts';
import { pageSentences } from './review/page-texts.ts';
import { resourceSentences } from './review/resource-texts.ts';
import type { Sentence } from './review/sentence.ts';

const NAME = 'wording beside the dialogs';

interface Fault {
  code: DiagnosticCode;
  file: string;
  path: string;
  message: string;
  remedy: string;
  line?: number;
  column?: number;
}

/**
 * Words and reading level of everything that people read and no dialog says: services, lines, the helpline's own pages, the chat
 * page. The compiler does the same for dialogs.
 */
export async function checkWording(root: string, own: WordingSource | null): Promise<RoomResult> {
  let sentences: Sentence[];
  try {
    sentences = [...resourceSentences(root), ...(await pageSentences(root))];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { name: NAME, summary: `NOT checked: ${error.message}`, problems: [], notices: [] };
  }
  const faults = [...sentences.flatMap((one) => wordsIn(one, own)), ...hardFiles(sentences)];
  const told = (severity: 'error' | 'warning') =>
    located(
      faults.filter(({ code }) => DIAGNOSTICS[code].severity === severity),
      (file) => (file.endsWith('.yaml') ? readFileSync(join(root, file), 'utf8') : null),
    ).map(({ code, file, path, message, remedy, line, column }) => ({
      place: line === undefined ? file : `${file}:${line}:${column ?? 1}`,
      message: `${code} ${path === '' ? '' : `${path}: `}${message}\n  → ${remedy}`,
    }));
  const problems = told('error');
  const found = problems.length === 0 ? 'no errors' : `${problems.length} to mend`;
  return {
    name: NAME,
    summary: `${sentences.length} sentences, ${found}`,
    problems,
    notices: told('warning'),
  };
}

function wordsIn({ file, key, ...texts }: Sentence, own: WordingSource | null): Fault[] {
  return LANGUAGES.flatMap((language) =>
    [...wordingFaults(texts[language] ?? '', wordList(language, own))].map(({ code, message, remedy }) => ({
      code,
      file,
      path: key,
      message,
      remedy: remedy ?? DIAGNOSTICS[code].remedy,
    })),
  );
}

/** Each file as a whole: a single card is too short to tell. Whoever is in danger has to get by with less. */
function hardFiles(sentences: readonly Sentence[]): Fault[] {
  return [...Map.groupBy(sentences, (one) => one.file)].flatMap(([file, all]) =>
    LANGUAGES.flatMap((language) => {
      const limit = file.startsWith('resources/safety/') ? HIGHEST_GRADE.safety : HIGHEST_GRADE.elsewhere;
      const hard = tooHard(
        all.flatMap((one) => one[language] ?? []),
        language,
        limit,
      );
      const message = `The ${language === 'es' ? 'Spanish' : 'English texts'} of this file ${hard}.`;
      return hard === undefined
        ? []
        : [{ code: 'DLG406' as const, file, path: '', message, remedy: DIAGNOSTICS.DLG406.remedy }];
    }),
  );
}
