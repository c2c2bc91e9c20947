/** Something to mend in the data, for the person who edits it. `path` leads to the value: `resources[3].phone`. */
export interface Problem {
  file: string;
  path: string;
  message: string;
  /** Line of the file, when it is known. */
  line?: number;
}
