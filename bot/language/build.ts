import type { Material } from './material.ts';
import type { Report } from './report.ts';
import type { Scope, Uses } from './scope.ts';
import type { Texts } from './text.ts';

/** What every part of the compiler works with. Lives for one compilation. */
export interface Build {
  material: Material;
  report: Report;
  texts: Texts;
  uses: Uses;
  /** The scope of a dialog; null for what belongs to none. */
  scope(dialog: string | null): Scope;
}
