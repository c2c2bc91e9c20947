import type { Clock } from '../turn/ports.ts';

/** A store whose conversations expire, and which knows when the next one does. */
export interface Expiring {
  /** Removes what has expired at `now` (ISO instant). Returns how many conversations went. */
  sweep(now: string): Promise<number>;
  /** When the next conversation expires, in milliseconds since 1970; undefined when none does, or nobody knows. */
  nextExpiry(): number | undefined;
  /** Calls `listener` when something is now due sooner than everything else was. One listener; undefined: none. */
  onSooner(listener: (() => void) | undefined): void;
}

/** How to be called later. Passed in so that tests decide when later is. */
export interface Timers {
  /** Calls `run` once after `ms` milliseconds. The returned function calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** What one sweep did. `failed` is the error thrown by the store, which holds no text of a person. */
export type SweepOutcome = { removed: number } | { failed: unknown };

export interface SweeperOptions {
  store: Expiring;
  clock: Clock;
  /** Longest time between two sweeps, in milliseconds. Default: one minute. */
  period?: number;
  timers?: Timers;
  /** Told after each sweep, for logs and counts. */
  report?: (outcome: SweepOutcome) => void;
}

export interface Sweeper {
  /** No further sweep starts; resolves when one under way has ended. */
  stop(): Promise<void>;
}

/** Node's timers, which do not keep the process alive. */
const systemTimers: Timers = {
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/**
 * Deletes expired conversations: once at once (for what expired while we were down), then at least each `period`,
 * and sooner when a conversation is due sooner. "Deleted after 24 hours" is a promise, so the moment counts.
 * After a failure the next try comes a whole period later: a broken disk is not hammered.
 *
 * @example
 * const sweeper = startSweeper({ store, clock, report: (outcome) => count(outcome) });
 * // at the end:
 * await sweeper.stop();
 */
export function startSweeper(options: SweeperOptions): Sweeper {
  const { store, clock, period = 60_000, timers = systemTimers, report } = options;
  let stopped = false;
  let running: Promise<void> | undefined;
  let callOff: () => void = () => undefined;
  /** The next sweep starts no later than this. */
  let latest = clock.now() + period;
  /** The last sweep left something that is due: trying again at once would only spin. */
  let stuck = false;

  function arm(): void {
    if (stopped || running) return;
    callOff();
    const at = stuck ? latest : Math.min(latest, store.nextExpiry() ?? latest);
    // A clock set back must not make the wait longer than a period.
    const wait = Math.min(period, Math.max(0, Math.ceil(at - clock.now())));
    callOff = timers.after(wait, run);
  }

  async function sweep(): Promise<void> {
    const now = clock.now();
    const outcome = await store.sweep(new Date(now).toISOString()).then(
      (removed): SweepOutcome => ({ removed }),
      (failed: unknown): SweepOutcome => ({ failed }),
    );
    stuck = (store.nextExpiry() ?? now + 1) <= now;
    latest = clock.now() + period;
    report?.(outcome);
  }

  function run(): void {
    callOff();
    if (stopped || running) return;
    running = sweep().finally(() => {
      running = undefined;
      arm();
    });
  }

  store.onSooner(arm);
  run();
  return {
    async stop() {
      stopped = true;
      callOff();
      store.onSooner(undefined);
      await running;
    },
  };
}
