/**
 * Milliseconds to wait before the next try: one second, doubled each time up to half a minute, a fifth more or less so
 * that a thousand pages do not come back in the same instant. `tries` counts from 0; `chance` is from 0 to 1.
 */
export function backoff(tries: number, chance: number): number {
  const base = Math.min(1000 * 2 ** Math.min(tries, 10), 30_000);
  return Math.round(base * (0.8 + 0.4 * chance));
}
