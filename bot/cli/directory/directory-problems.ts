import { join } from 'node:path';
import { sharedNumbers } from '../../directory/check-duplicates.ts';
import { checkFreshness } from '../../directory/check-freshness.ts';
import { hardToReach } from '../../directory/check-resources.ts';
import { DIRECTORY_CODES } from '../../directory/codes.ts';
import { type DirectoryLoad, loadDirectory } from '../../directory/load.ts';
import { located } from '../../directory/locate.ts';
import type { Problem } from '../../directory/problem.ts';
import { readText } from '../read-text.ts';

/** A problem as it is told: the file counts from the root of the repository. */
export interface DirectoryDiagnostic {
  code: Problem['code'];
  severity: 'error' | 'warning';
  title: string;
  file: string;
  line: number | null;
  column: number | null;
  path: string;
  message: string;
  remedy: string;
}

/** Reads and checks the whole directory, as it is on the day of `now` (ms since 1970). */
export function directoryProblems(
  root: string,
  now: number,
): { load: DirectoryLoad; diagnostics: DirectoryDiagnostic[] } {
  const folder = join(root, 'resources');
  const load = loadDirectory(folder);
  const advice = load.ok
    ? [
        ...checkFreshness(load.placed, load.loaded.limits, now),
        ...sharedNumbers(load.placed),
        ...hardToReach(load.placed),
      ]
    : [];
  const placed = located(advice, (file) => readText(join(folder, file)));
  const all = [...(load.ok ? [] : load.problems), ...placed, ...load.notices];
  return { load, diagnostics: all.map(told) };
}

function told({ code, file, path, message, remedy, line, column }: Problem): DirectoryDiagnostic {
  return {
    code,
    ...DIRECTORY_CODES[code],
    ...(remedy === undefined ? {} : { remedy }),
    file: `resources/${file}`,
    line: line ?? null,
    column: column ?? null,
    path,
    message,
  };
}
