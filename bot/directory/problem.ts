import type { DirectoryCode } from './codes.ts';

/** Something to mend in the data, for the person who edits it. `path` leads to the value: `resources[3].phone`. */
export interface Problem {
  code: DirectoryCode;
  file: string;
  path: string;
  message: string;
  /** What to do about this one, where that is more than its code says. */
  remedy?: string;
  /** Where in the file, counted from one, when it is known. */
  line?: number;
  column?: number;
}
