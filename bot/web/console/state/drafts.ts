/** What is written in each chat and not sent yet: it waits there while another chat is open. In memory only. */
export class Drafts {
  readonly #texts = new Map<string, string>();

  of(id: string): string {
    return this.#texts.get(id) ?? '';
  }

  write(id: string, text: string): void {
    if (text === '') this.#texts.delete(id);
    else this.#texts.set(id, text);
  }

  /** At the end of a session, so that the next one at this desk reads nothing. */
  clear(): void {
    this.#texts.clear();
  }
}
