import type { PlaceTables } from '../place-tables.ts';
import type { Kind } from '../schema.ts';

/** An entry as another list has it, before it is checked. `notes`: what was assumed or left out, for the one who takes it in. */
export interface Draft {
  value: Record<string, unknown>;
  notes: string[];
}

/** What reading another list may know of ours. */
export interface IntakeContext {
  tables: PlaceTables;
  /** The kind that is called so, in English or Spanish, if any. */
  kindOf: (name: string) => Kind | undefined;
  /** Values for fields that the other list does not have, given on the command line. */
  defaults: Readonly<Record<string, unknown>>;
}
