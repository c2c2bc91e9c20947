import type { Duty } from '../domain/console.ts';
import { LIMITS } from '../handoff/limits.ts';
import type { Clock } from '../turn/ports.ts';

interface Standing {
  duty: Duty;
  since: number;
  /** Open consoles: someone may have two windows. */
  consoles: number;
  /** When the last console was closed. */
  leftAt: number;
}

/**
 * Who is there and what they are doing, as far as this process knows. A console that is open is what counts: whoever has had
 * none for a while is off duty and stays so, and comes back to a new day without being "available" from the last one.
 */
export class OnDuty {
  readonly #clock: Clock;
  readonly #staff = new Map<string, Standing>();
  readonly #startedAt: number;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#startedAt = clock.now();
  }

  /** A console was opened; returns what to call when it closes. */
  opened(staff: string): () => void {
    const standing = this.#of(staff);
    standing.consoles += 1;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      standing.consoles -= 1;
      standing.leftAt = this.#clock.now();
    };
  }

  set(staff: string, duty: Duty): void {
    const standing = this.#of(staff);
    if (standing.duty !== duty) standing.since = this.#clock.now();
    standing.duty = duty;
    if (standing.consoles === 0) standing.leftAt = this.#clock.now();
  }

  duty(staff: string): Duty {
    return this.#known(staff)?.duty ?? 'off';
  }

  since(staff: string): number {
    return this.#known(staff)?.since ?? this.#startedAt;
  }

  /** Has a console open, or had one within the grace that a reload or a restart of the server needs. */
  connected(staff: string): boolean {
    const standing = this.#staff.get(staff);
    if (standing !== undefined && standing.consoles > 0) return true;
    return this.#clock.now() - Math.max(standing?.leftAt ?? 0, this.#startedAt) < LIMITS.lost;
  }

  /** Has a console open right now, without any grace: what is offered to people counts on it. */
  isHere(staff: string): boolean {
    return (this.#staff.get(staff)?.consoles ?? 0) > 0;
  }

  /** As it is now: whoever has been away for too long went off duty at that moment. */
  #known(staff: string): Standing | undefined {
    const standing = this.#staff.get(staff);
    if (standing === undefined || standing.consoles > 0 || standing.duty === 'off') return standing;
    const over = standing.leftAt + LIMITS.away;
    if (this.#clock.now() >= over) Object.assign(standing, { duty: 'off', since: over });
    return standing;
  }

  #of(staff: string): Standing {
    let standing = this.#known(staff);
    if (standing === undefined) {
      standing = { duty: 'off', since: this.#clock.now(), consoles: 0, leftAt: 0 };
      this.#staff.set(staff, standing);
    }
    return standing;
  }
}
