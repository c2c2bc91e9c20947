import type { Directory } from '../../directory/types.ts';
import type { Country } from '../../domain/locale.ts';
import type { Value } from '../../domain/value.ts';
import type { Program } from '../../language/program.ts';
import type { VariableType } from '../../language/schema/dialog.ts';
import { misfit } from '../../language/types.ts';

export type Written = string | number | boolean | string[];

/** The full name of a variable, as a script of one dialog may write it; undefined when there is none. */
export function fullName(program: Program, name: string, dialog: string | undefined): string | undefined {
  const own = dialog === undefined ? name : `${dialog}.${name}`;
  if (program.variables.has(own)) return own;
  return program.variables.has(name) ? name : undefined;
}

/** What a script writes, as the value of a variable; or why it is none. */
export function readValue(
  type: VariableType,
  written: Written,
  world: { directory: Directory; country: Country },
): { value: Value } | { problem: string } {
  if ('place' in type) {
    const read = world.directory.readPlace(String(written), world.country);
    return read.kind === 'place' ? { value: { place: read.place } } : { problem: 'no such place is known' };
  }
  if ('options' in type || 'resources' in type) {
    const ids = Array.isArray(written) ? written : [String(written)];
    return 'options' in type
      ? { value: { options: ids.map((option) => ({ option, because: [] })) } }
      : { value: { resources: ids.map((resource) => ({ resource, because: [] })) } };
  }
  const wanted = misfit(type, written);
  return wanted === undefined ? { value: written } : { problem: `it must be ${wanted}` };
}

/** A value as a script writes it, for comparison. */
export function writtenOf(value: Value | undefined): Written {
  if (value === undefined) return 'unknown';
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  if ('place' in value) return value.place.state;
  if ('options' in value) return value.options.map((pick) => pick.option);
  return value.resources.map((pick) => pick.resource);
}
