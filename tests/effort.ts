/**
 * How often a test of chance is repeated: a seeded sample in `npm test`, twenty times as often or `soaked` times in
 * `npm run soak`, which sets SOAK. The same seed in both, so that what soak finds can be found again.
 */
export function times(sample: number, soaked = sample * 20): number {
  return process.env['SOAK'] === undefined ? sample : soaked;
}
