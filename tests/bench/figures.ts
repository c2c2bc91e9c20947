/** The middle of some numbers: what is reported of several runs. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The value below which a share of the numbers lies: `quantile(latencies, 0.99)`. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Whole turns in so many milliseconds, with how long each took. */
export interface Load {
  turns: number;
  perSecond: number;
  p50: number;
  p99: number;
  errors: number;
}

export function loadOf(latencies: readonly number[], milliseconds: number, errors: number): Load {
  return {
    turns: latencies.length,
    perSecond: Math.round((latencies.length / milliseconds) * 1000),
    p50: round(quantile(latencies, 0.5)),
    p99: round(quantile(latencies, 0.99)),
    errors,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
