import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process that runs `holder.ts` on a folder. */
export class Holder {
  readonly lines: string[] = [];
  readonly #child: ChildProcess;
  #waiting: (() => void) | undefined;

  constructor(folder: string, task = 'hold') {
    const script = join(import.meta.dirname, 'holder.ts');
    this.#child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, folder, task], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    if (!this.#child.stdout) throw new Error('no output to read');
    createInterface(this.#child.stdout).on('line', (line) => {
      this.lines.push(line);
      this.#waiting?.();
    });
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Resolves when so many lines were printed. */
  async said(count: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#waiting = () => {
        if (this.lines.length >= count) resolve();
      };
      this.#waiting();
    });
  }

  /** kill -9; resolves when the process is gone and all it printed was read. */
  async kill(): Promise<void> {
    const gone = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await gone;
  }
}
