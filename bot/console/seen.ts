/** Up to which line the owner of a case has read, and how many of the person's lines came since. Known while we run. */
export class Seen {
  readonly #cases = new Map<string, { last: number; unread: number }>();

  /** The person wrote a line. The same line may be heard of twice. */
  wrote(id: string, seq: number): void {
    const known = this.#cases.get(id) ?? { last: 0, unread: 0 };
    if (seq > known.last) this.#cases.set(id, { last: seq, unread: known.unread + 1 });
  }

  upTo(id: string, seq: number): void {
    const known = this.#cases.get(id);
    if (known === undefined || seq >= known.last) this.#cases.set(id, { last: seq, unread: 0 });
  }

  unread(id: string): number {
    return this.#cases.get(id)?.unread ?? 0;
  }

  forget(id: string): void {
    this.#cases.delete(id);
  }
}
