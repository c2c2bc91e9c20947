/** Another process uses the data folder. Two at once would overwrite each other's conversations. */
export class DataFolderLocked extends Error {
  override readonly name = 'DataFolderLocked';
  readonly folder: string;
  /** The process that has it, when it is known. */
  readonly pid: number | undefined;

  constructor(folder: string, pid: number | undefined) {
    const who = pid === undefined ? 'another process' : `process ${pid}`;
    super(
      `The data folder ${folder} is in use by ${who}. ` +
        'Stop that one first, or give this one a folder of its own with DATA_DIR.',
    );
    this.folder = folder;
    this.pid = pid;
  }
}

/** The data folder cannot be used, so nothing could be kept. `code` is the system's name for the reason. */
export class DataFolderUnusable extends Error {
  override readonly name = 'DataFolderUnusable';
  readonly folder: string;
  readonly code: string;

  constructor(folder: string, code: string) {
    super(
      `The data folder ${folder} cannot be used (${code}). ` +
        'It must be a folder on a local disk with free space, in which this process may read, write and make folders. ' +
        'Correct that, or name another folder with DATA_DIR.',
    );
    this.folder = folder;
    this.code = code;
  }
}
