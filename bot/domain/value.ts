import type { Place } from './place.ts';

/** A kind of support that was chosen for the answers given, with the reasons a person reads. */
export interface OptionPick {
  option: string;
  because: string[];
}

/** A service that was found, with the reasons a person reads, and the option it provides (when it came from one). */
export interface ResourcePick {
  resource: string;
  because: string[];
  for?: string;
}

/** The value of a variable. A variable without a value is *unknown*: skipped or not yet asked. */
export type Value =
  | string // one_of, text, date (ISO), resume code
  | number
  | boolean // yes_no
  | string[] // many_of
  | { place: Place }
  | { options: OptionPick[] }
  | { resources: ResourcePick[] };

/** Answers by variable name. A dialog's own variable is named `dialog.variable`, a shared one `variable`. */
export type Answers = Readonly<Record<string, Value>>;
