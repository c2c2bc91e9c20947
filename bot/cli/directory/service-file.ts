import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync, type WriteStream } from 'node:fs';
import { stringify } from 'yaml';
import type { Resource } from '../../directory/schema.ts';
import { UsageError } from '../command.ts';

/**
 * Writes services one by one into a file that `resources/directory/` can hold: `.yaml` for people, `.json` for long lists. The file
 * takes its place only when it is whole.
 */
export class ServiceFile {
  readonly #path: string;
  readonly #stream: WriteStream;
  readonly #json: boolean;
  #count = 0;

  constructor(path: string) {
    if (!/\.(yaml|json)$/.test(path)) throw new UsageError('--out takes a file that ends in .yaml or .json.');
    this.#path = path;
    this.#json = path.endsWith('.json');
    this.#stream = createWriteStream(`${path}.part`);
  }

  async add(resource: Resource): Promise<void> {
    const entry = lean(resource);
    const text = this.#json
      ? `${this.#count === 0 ? '{"resources":[\n' : ',\n'}${JSON.stringify(entry)}`
      : `${this.#count === 0 ? HEAD : '\n'}${stringify([entry], { lineWidth: 120 }).replace(/^(?=.)/gm, '  ')}`;
    this.#count += 1;
    await this.#write(text);
  }

  async close(): Promise<void> {
    if (this.#json) await this.#write(this.#count === 0 ? '{"resources":[]}\n' : '\n]}\n');
    else if (this.#count === 0) await this.#write('resources: []\n');
    this.#stream.end();
    await once(this.#stream, 'finish');
    renameSync(`${this.#path}.part`, this.#path);
  }

  /** Leaves nothing behind. */
  discard(): void {
    this.#stream.destroy();
    rmSync(`${this.#path}.part`, { force: true });
  }

  async #write(text: string): Promise<void> {
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }
}

const HEAD = '# yaml-language-server: $schema=service.schema.json\nresources:\n';

/** Without what the schema fills in by itself. */
function lean(resource: Resource): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(resource).filter(
      ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
