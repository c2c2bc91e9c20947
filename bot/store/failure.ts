/** What the store was doing when the disk let it down. */
export type StoreOperation = 'open' | 'load' | 'commit' | 'erase' | 'find-code' | 'put-code' | 'sweep';

/**
 * The disk (or whatever holds the conversations) failed: no space, a read error, too many open files.
 * What was stored before is still there, and the same call may be tried again. `code` is the system's own name
 * for it, such as `ENOSPC`. Neither the message nor the error carries a path, an id or anything a person wrote.
 */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  readonly operation: StoreOperation;
  readonly code: string;

  constructor(operation: StoreOperation, code: string) {
    super(`The store could not finish "${operation}": ${code}.`);
    this.operation = operation;
    this.code = code;
  }
}

/**
 * The system's name for a failed file operation (`ENOSPC`, `EIO`), or undefined when the error is something else:
 * a bug of ours, to be thrown on as it is.
 */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code } = error;
  // Node's own complaints about arguments start with ERR_ and are bugs, not disks.
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : undefined;
}
