import { join, resolve } from 'node:path';
import { systemCode } from '../failure.ts';
import { CodeFiles, understandCode } from './code-files.ts';
import { understandConversation } from './conversation-file.ts';
import { ConversationIndex } from './conversation-index.ts';
import { DamagedFiles } from './damaged-files.ts';
import { ensureFolder } from './ensure-folder.ts';
import { disk, type FileSystem } from './file-system.ts';
import { DataFolderUnusable } from './folder-error.ts';
import { FolderLock } from './folder-lock.ts';
import { FileTree, nameOf } from './layout.ts';
import { scan } from './scan.ts';
import { LowdbStore } from './store.ts';

export interface LowdbOptions {
  /** The data folder; made when it is not there. One process a folder. */
  folder: string;
  /** How much stored text may stay in memory, in characters. Default: 32 million. */
  cache?: number;
  /** Another disk, for tests. */
  fs?: FileSystem;
}

/**
 * Opens the embedded store: takes the folder for this process, clears away what a killed process left, puts aside
 * what cannot be read, and learns when each conversation expires. `store.opened` says what was found.
 *
 * Throws `DataFolderLocked` when another process has the folder, `DataFolderUnusable` when it cannot be written to.
 */
export async function openLowdbStore(options: LowdbOptions): Promise<LowdbStore> {
  const { cache = 32_000_000, fs = disk } = options;
  const folder = resolve(options.folder);
  const tree = new FileTree(fs, join(folder, 'conversations'));
  const codeTree = new FileTree(fs, join(folder, 'codes'));
  const aside = join(folder, 'damaged');
  let lock: FolderLock | undefined;
  try {
    await prove(fs, folder);
    lock = FolderLock.take(folder);
    for (const part of [tree.root, codeTree.root, aside]) await ensureFolder(fs, part);
    await fs.syncFolder(folder);

    const index = new ConversationIndex();
    const damaged = new DamagedFiles(fs, aside);
    await damaged.scan();
    const leftovers = await scan(fs, tree, {
      take(name, value) {
        const record = understandConversation(value, name);
        if (record) index.note(name, record);
        return record !== undefined;
      },
      damaged: (path) => damaged.putAside(path),
    });

    const codes = new CodeFiles(fs, codeTree);
    const orphans: string[] = [];
    let kept = 0;
    const codeLeftovers = await scan(fs, codeTree, {
      take(code, value) {
        const note = understandCode(value);
        if (note && index.has(nameOf(note.id))) {
          codes.note(code, note.id);
          kept += 1;
        } else if (note) orphans.push(code);
        return note !== undefined;
      },
      damaged: (path) => damaged.putAside(path),
    });
    // Their conversation was removed just before a crash, or was damaged.
    for (const code of orphans) await fs.remove(codeTree.pathOf(code));

    return new LowdbStore({
      fs,
      tree,
      index,
      codes,
      damaged,
      lock,
      cache,
      opened: {
        conversations: index.expiry.size,
        codes: kept,
        damaged: damaged.found,
        leftovers: leftovers + codeLeftovers,
      },
    });
  } catch (error) {
    lock?.release();
    const code = systemCode(error);
    throw code === undefined ? error : new DataFolderUnusable(folder, code);
  }
}

/** Makes the folder and writes in it once: better to hear now that it cannot be done than from the first person. */
async function prove(fs: FileSystem, folder: string): Promise<void> {
  await ensureFolder(fs, folder);
  const path = join(folder, 'probe.tmp');
  const file = fs.create(path);
  try {
    file.write('probe');
    await file.sync();
  } finally {
    file.close();
    await fs.remove(path);
  }
}
