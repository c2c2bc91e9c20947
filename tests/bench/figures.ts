import { readFileSync } from 'node:fs';

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
  /** Microseconds of processor time that the server spent on a turn; only Linux tells. */
  cpu?: number;
}

export function loadOf(
  latencies: readonly number[],
  milliseconds: number,
  errors: number,
  processor: number | undefined,
): Load {
  return {
    turns: latencies.length,
    perSecond: Math.round((latencies.length / milliseconds) * 1000),
    p50: round(quantile(latencies, 0.5)),
    p99: round(quantile(latencies, 0.99)),
    errors,
    ...(processor === undefined ? {} : { cpu: Math.round((processor * 1e6) / latencies.length) }),
  };
}

/** Seconds of processor time that a process has used until now; undefined where it cannot be read. */
export function processorTime(pid: string): number | undefined {
  try {
    // The name of the program is in brackets and may hold spaces; the two times are the 12th and 13th field after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    const ticksPerSecond = 100;
    return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
  } catch {
    return undefined;
  }
}

/** How much was used between two readings of `processorTime`. */
export function between(before: number | undefined, after: number | undefined): number | undefined {
  return before === undefined || after === undefined ? undefined : after - before;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
