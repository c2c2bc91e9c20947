import { basename, dirname } from 'node:path';
import type { FileSystem, NewFile } from '../../bot/store/lowdb/file-system.ts';

/** What a file holds: what programs see, and what would be left after a power cut (undefined: never flushed). */
interface Content {
  kind: 'file';
  now: string;
  flushed: string | undefined;
}

interface Folder {
  kind: 'folder';
  now: Map<string, Content | Folder>;
  flushed: Map<string, Content | Folder>;
  /** Changes of names since the last flush, in order. A rename is one change. */
  pending: ((names: Map<string, Content | Folder>) => void)[];
}

function newFolder(): Folder {
  return { kind: 'folder', now: new Map(), flushed: new Map(), pending: [] };
}

/**
 * A disk in memory that forgets at a power cut whatever was not flushed, in the worst ways a real one may: names and
 * contents separately, in any combination, contents cut in half.
 */
export class ModelDisk implements FileSystem {
  /** Called before each operation with its name; throws to let it fail, waits to let others go first. */
  before: (operation: keyof FileSystem | keyof NewFile) => void = () => undefined;
  pause: () => Promise<void> = async () => undefined;
  readonly #root = newFolder();

  /** The power goes. `keeps` decides for each unflushed change whether the disk had got to it. */
  cut(keeps: () => boolean): void {
    this.#cut(this.#root, keeps);
  }

  /** Every file with its text, as programs see it. */
  files(): Map<string, string> {
    const found = new Map<string, string>();
    const walk = (folder: Folder, path: string): void => {
      for (const [name, node] of folder.now) {
        if (node.kind === 'file') found.set(`${path}/${name}`, node.now);
        else walk(node, `${path}/${name}`);
      }
    };
    walk(this.#root, '');
    return found;
  }

  async read(path: string): Promise<string | undefined> {
    await this.#step('read');
    const node = this.#find(path);
    return node?.kind === 'file' ? node.now : undefined;
  }

  create(path: string): NewFile {
    this.before('create');
    const folder = this.#folder(dirname(path));
    const known = folder.now.get(basename(path));
    const file: Content = known?.kind === 'file' ? known : { kind: 'file', now: '', flushed: undefined };
    file.now = '';
    if (file !== known) this.#change(folder, (names) => names.set(basename(path), file));
    return {
      write: (text) => {
        file.now = text.slice(0, Math.floor(text.length / 2));
        this.before('write');
        file.now = text;
      },
      sync: async () => {
        await this.#step('sync');
        file.flushed = file.now;
      },
      close: () => this.before('close'),
    };
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#step('rename');
    const source = this.#folder(dirname(from));
    const target = this.#folder(dirname(to));
    const node = source.now.get(basename(from));
    if (!node) throw missing();
    this.#change(target, (names) => {
      names.set(basename(to), node);
      if (source === target) names.delete(basename(from));
    });
    if (source !== target) this.#change(source, (names) => names.delete(basename(from)));
  }

  async remove(path: string): Promise<void> {
    await this.#step('remove');
    const folder = this.#find(dirname(path));
    if (folder?.kind !== 'folder' || !folder.now.has(basename(path))) return;
    this.#change(folder, (names) => names.delete(basename(path)));
  }

  async syncFolder(path: string): Promise<void> {
    await this.#step('syncFolder');
    const folder = this.#find(path);
    if (folder?.kind !== 'folder') return;
    folder.flushed = new Map(folder.now);
    folder.pending = [];
  }

  async list(path: string): Promise<string[]> {
    await this.#step('list');
    return [...this.#folder(path).now.keys()];
  }

  async modified(path: string): Promise<number> {
    await this.#step('modified');
    if (!this.#find(path)) throw missing();
    return 0;
  }

  async makeFolder(path: string): Promise<boolean> {
    await this.#step('makeFolder');
    if (this.#find(path)?.kind === 'folder') return false;
    const fresh = newFolder();
    this.#change(this.#folder(dirname(path)), (names) => names.set(basename(path), fresh));
    return true;
  }

  async #step(operation: keyof FileSystem | keyof NewFile): Promise<void> {
    await this.pause();
    this.before(operation);
  }

  #change(folder: Folder, change: (names: Map<string, Content | Folder>) => void): void {
    change(folder.now);
    folder.pending.push(change);
  }

  #find(path: string): Content | Folder | undefined {
    let node: Content | Folder | undefined = this.#root;
    for (const name of partsOf(path)) node = node?.kind === 'folder' ? node.now.get(name) : undefined;
    return node;
  }

  #folder(path: string): Folder {
    const node = this.#find(path);
    if (node?.kind !== 'folder') throw missing();
    return node;
  }

  #cut(folder: Folder, keeps: () => boolean): void {
    for (const change of folder.pending) if (keeps()) change(folder.flushed);
    folder.pending = [];
    folder.now = new Map(folder.flushed);
    for (const node of folder.now.values()) {
      if (node.kind === 'folder') this.#cut(node, keeps);
      else if (node.now !== node.flushed) {
        node.now = keeps() ? node.now.slice(0, Math.floor(node.now.length / 2)) : (node.flushed ?? '');
        node.flushed = node.now;
      }
    }
  }
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function missing(): Error {
  return systemError('ENOENT');
}

/** An error as the system throws it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: it did not work`), { code, errno: -1 });
}
