import type { Country } from './locale.ts';

/**
 * Where a person lives, no finer than we need: a state or province, and at most the first three digits of a ZIP code.
 * A whole ZIP code is never kept.
 */
export interface Place {
  country: Country;
  /** State, territory or province without the country: `MT`, `NSW`. Military mail: `AE`, `AA`, `AP`. */
  state: string;
  /** First three digits of a US ZIP code, when that is what was given. */
  zip3?: string;
  /** What a person reads: "Montana". */
  label: string;
}
