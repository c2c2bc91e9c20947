/** Longer than any turn takes, in milliseconds. */
const GRACE_MS = 60_000;

/**
 * Conversations that have a code but are not stored. A turn puts its code away before it commits, so that a code that
 * was read out can never be lost; when the commit does not follow, or the conversation was erased meanwhile, the code
 * leads nowhere and must go. By whatever key the store uses.
 */
export class OrphanCodes {
  /** Key → the first sweep that saw it without a conversation, in milliseconds since 1970. */
  readonly #since = new Map<string, number | undefined>();

  /** A code was put away for a conversation that is not stored, or not yet. */
  suspect(key: string): void {
    if (!this.#since.has(key)) this.#since.set(key, undefined);
  }

  /**
   * Those that have had no conversation for long enough at `now` (milliseconds since 1970), and are dropped from
   * here. `stored` says whether a key has a conversation by now.
   */
  ripe(now: number, stored: (key: string) => boolean): string[] {
    const ripe: string[] = [];
    for (const [key, since] of this.#since) {
      if (stored(key)) this.#since.delete(key);
      else if (since === undefined) this.#since.set(key, now);
      else if (now - since >= GRACE_MS) {
        this.#since.delete(key);
        ripe.push(key);
      }
    }
    return ripe;
  }
}
