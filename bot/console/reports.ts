import type { WrongNumberReport } from '../domain/console.ts';
import type { Clock } from '../turn/ports.ts';
import type { Records } from './records.ts';

/** A service whose number or address people found to be wrong. Who they were is not kept. */
export interface Report {
  /** Id of the service. */
  id: string;
  count: number;
  /** When it was reported last. */
  at: string;
}

/** "This number is wrong", until someone of the staff has looked. */
export class Reports {
  readonly #records: Records<Report>;
  readonly #clock: Clock;

  constructor(records: Records<Report>, clock: Clock) {
    this.#records = records;
    this.#clock = clock;
  }

  async add(resource: string): Promise<void> {
    const at = new Date(this.#clock.now()).toISOString();
    await this.#records.update(resource, (stored) => ({ id: resource, count: (stored?.count ?? 0) + 1, at }));
  }

  async done(resource: string): Promise<boolean> {
    if (this.#records.get(resource) === undefined) return false;
    await this.#records.remove(resource);
    return true;
  }

  /** Newest first. `describe` names a service and its first contact; one that is gone has neither. */
  list(describe: (resource: string) => { name: string; contact: string }): WrongNumberReport[] {
    return [...this.#records.all()]
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .map(({ id, count, at }) => ({ id, resource: id, ...describe(id), at, count }));
  }
}
