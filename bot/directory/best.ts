/** Keeps the best so many of any number of things, each a rank (smaller is better) and a position that breaks ties. */
export class Best {
  readonly #most: number;
  #held: { rank: number; at: number }[] = [];
  #worst = Number.POSITIVE_INFINITY;

  constructor(most: number) {
    this.#most = most;
  }

  add(rank: number, at: number): void {
    if (rank > this.#worst) return;
    this.#held.push({ rank, at });
    // Sorted only when twice as many are held: so each costs little, however many come.
    if (this.#held.length >= this.#most * 2) this.#cut();
  }

  /** Positions, best first. */
  inOrder(): number[] {
    this.#cut();
    return this.#held.map(({ at }) => at);
  }

  #cut(): void {
    this.#held = this.#held.sort((a, b) => a.rank - b.rank || a.at - b.at).slice(0, this.#most);
    if (this.#held.length === this.#most) this.#worst = this.#held.at(-1)?.rank ?? this.#worst;
  }
}
