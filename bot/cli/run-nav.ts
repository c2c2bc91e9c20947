import { nearest } from '../language/nearest.ts';
import { check } from './check.ts';
import { diagnostics } from './diagnostics.ts';
import { directory } from './directory.ts';
import { evaluate } from './eval.ts';
import { explain } from './explain.ts';
import { graph } from './graph.ts';
import { recommend } from './recommend.ts';
import { review } from './review.ts';
import { schema } from './schema.ts';
import { staff } from './staff.ts';
import { strings } from './strings.ts';
import { tryOut } from './try.ts';
import { test } from './test.ts';
import { type Command, type Io, UsageError } from './command.ts';

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  check,
  tryOut,
  test,
  evaluate,
  explain,
  recommend,
  graph,
  strings,
  review,
  directory,
  diagnostics,
  schema,
  staff,
];

/** Runs one command line and returns the exit code: 0 well, 1 something to mend, 2 the line was not understood. */
export async function runNav(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(overview());
    return 0;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) {
    const near = nearest(
      name,
      COMMANDS.map((one) => one.name),
    );
    io.err(`There is no command ${name}.${near ? ` Did you mean ${near}?` : ''}\n\n${overview()}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(help(command));
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (!isUsageError(error)) throw error;
    io.err(`${error.message}\n\n${help(command)}`);
    return 2;
  }
}

/** Our own, or one of Node's `parseArgs`. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const lines = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return ['npm run nav -- COMMAND', '', ...lines, '', 'npm run nav -- COMMAND --help tells more.', ''].join(
    '\n',
  );
}

function help(command: Command): string {
  return `nav ${command.name}: ${command.summary}\n\n${command.usage.trim()}\n`;
}
