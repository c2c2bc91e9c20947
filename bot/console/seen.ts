/** Up to which line the owner of a case has read, and how many of the person's lines came since. Known while we run. */
export class Seen {
  readonly #cases = new Map<string, { seq: number; unread: number }>();

  /** The person wrote a line. */
  wrote(id: string, seq: number): void {
    const known = this.#cases.get(id) ?? { seq: 0, unread: 0 };
    if (seq > known.seq) this.#cases.set(id, { ...known, unread: known.unread + 1 });
  }

  upTo(id: string, seq: number): void {
    const known = this.#cases.get(id);
    if (known === undefined || seq >= known.seq) this.#cases.set(id, { seq, unread: 0 });
  }

  unread(id: string): number {
    return this.#cases.get(id)?.unread ?? 0;
  }

  forget(id: string): void {
    this.#cases.delete(id);
  }
}
