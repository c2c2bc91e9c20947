import type { Paint } from '../language/code-frame.ts';

/** What a command may use of the world. Passed in, so that a test can look at what a command says. */
export interface Io {
  /** Root of the repository. */
  root: string;
  /** Folder that paths given by the person count from. */
  folder: string;
  /** Folder of published schemas to check what is given out; the setting SCHEMAS_DIR. */
  schemasDir?: string | undefined;
  out(text: string): void;
  err(text: string): void;
  paint: Paint;
  /** Milliseconds since 1970. */
  now(): number;
  /** Lines typed by the person; ends when they leave. */
  lines(prompt: string): AsyncIterable<string>;
}

/** One command of `npm run nav`. `run` returns the exit code. */
export interface Command {
  name: string;
  summary: string;
  /** Everything `--help` says below the summary. */
  usage: string;
  run(args: string[], io: Io): Promise<number>;
}

/** A mistake in the command line: told to the person, with the usage. */
export class UsageError extends Error {}
