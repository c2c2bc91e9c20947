/**
 * How often a test of chance is repeated: a seeded sample in `npm test`, twenty times as often in `npm run soak`, which
 * sets SOAK. The same seed in both, so that what soak finds can be found again.
 */
export function times(sample: number): number {
  return process.env['SOAK'] === undefined ? sample : sample * 20;
}
