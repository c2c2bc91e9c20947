/**
 * Cards made in one minute, by key. A card says whether a line is open and when it opens, so it holds for the minute it
 * was made in; the same few cards are shown to many people within it, and making one costs more than a whole turn.
 */
export class MinuteCards<T> {
  #minute = -1;
  readonly #cards = new Map<string, T>();

  /** The card of a key at `now` (ms since 1970), made when there is none of this minute. */
  at(now: number, key: string, make: () => T): T {
    const minute = Math.floor(now / 60_000);
    // The bound is for time zones: a card for each of them must not pile up within a minute.
    if (minute !== this.#minute || this.#cards.size >= 5000) {
      this.#cards.clear();
      this.#minute = minute;
    }
    let card = this.#cards.get(key);
    if (card === undefined) {
      card = make();
      this.#cards.set(key, card);
    }
    return card;
  }
}
