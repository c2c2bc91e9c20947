import { createInterface } from 'node:readline/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemasDir } from '../config.ts';
import { ANSI, PLAIN } from '../language/code-frame.ts';
import type { Io } from './command.ts';
import { runNav } from './run-nav.ts';

const io: Io = {
  root: join(dirname(fileURLToPath(import.meta.url)), '..', '..'),
  folder: process.cwd(),
  schemasDir: schemasDir(),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  paint: process.stdout.isTTY ? ANSI : PLAIN,
  now: Date.now,
  async *lines(prompt) {
    const reader = createInterface({ input: process.stdin, output: process.stdout, prompt });
    reader.prompt();
    for await (const line of reader) {
      yield line;
      reader.prompt();
    }
  },
};

// A reader that has seen enough, such as `head`, closes the pipe: no fault of ours, and nothing more to say.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

process.exitCode = await runNav(process.argv.slice(2), io);
