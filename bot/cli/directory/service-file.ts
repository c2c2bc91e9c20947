import { stringify } from 'yaml';
import type { Resource } from '../../directory/schema.ts';
import { type Io, UsageError } from '../command.ts';
import { OutFile } from '../out-file.ts';

/** Writes services one by one into a file that `resources/directory/` can hold: `.yaml` for people, `.json` for long lists. */
export class ServiceFile {
  readonly #file: OutFile;
  readonly #json: boolean;
  #count = 0;

  private constructor(file: OutFile, json: boolean) {
    this.#file = file;
    this.#json = json;
  }

  static async open(given: string, io: Pick<Io, 'folder'>): Promise<ServiceFile> {
    if (!/\.(yaml|json)$/.test(given))
      throw new UsageError('--out takes a file that ends in .yaml or .json.');
    return new ServiceFile(await OutFile.open(given, io), given.endsWith('.json'));
  }

  async add(resource: Resource): Promise<void> {
    const entry = lean(resource);
    const text = this.#json
      ? `${this.#count === 0 ? '{"resources":[\n' : ',\n'}${JSON.stringify(entry)}`
      : `${this.#count === 0 ? HEAD : '\n'}${stringify([entry], { lineWidth: 120 }).replace(/^(?=.)/gm, '  ')}`;
    this.#count += 1;
    await this.#file.write(text);
  }

  async close(): Promise<void> {
    if (this.#json) await this.#file.write(this.#count === 0 ? '{"resources":[]}\n' : '\n]}\n');
    else if (this.#count === 0) await this.#file.write('resources: []\n');
    await this.#file.close();
  }

  /** Leaves nothing behind. */
  discard(): Promise<void> {
    return this.#file.discard();
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
