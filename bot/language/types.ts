import type { VariableType } from './schema/dialog.ts';

export type TypeName =
  | 'one_of'
  | 'many_of'
  | 'yes_no'
  | 'text'
  | 'number'
  | 'place'
  | 'date'
  | 'options'
  | 'resources';

/** The name of a type, as it is written in YAML. */
export function typeName(type: VariableType): TypeName {
  if ('one_of' in type) return 'one_of';
  if ('many_of' in type) return 'many_of';
  if ('yes_no' in type) return 'yes_no';
  if ('text' in type) return 'text';
  if ('number' in type) return 'number';
  if ('place' in type) return 'place';
  if ('date' in type) return 'date';
  if ('options' in type) return 'options';
  return 'resources';
}

/** The ids a one_of or many_of variable may hold; empty for any other type. */
export function valuesOf(type: VariableType): readonly string[] {
  if ('one_of' in type) return type.one_of;
  if ('many_of' in type) return type.many_of;
  return [];
}

/** Why a plain value is none of a type; undefined when it is one. Lists are for many_of. */
export function misfit(type: VariableType, value: unknown): string | undefined {
  const kind = typeName(type);
  switch (kind) {
    case 'one_of':
      return valuesOf(type).includes(value as string) ? undefined : `one of ${list(valuesOf(type))}`;
    case 'many_of':
      return Array.isArray(value) && value.every((one) => valuesOf(type).includes(one as string))
        ? undefined
        : `a list of ${list(valuesOf(type))}`;
    case 'yes_no':
      return typeof value === 'boolean' ? undefined : 'true or false';
    case 'text': {
      const longest = 'text' in type ? type.text : 0;
      return typeof value === 'string' && value.length <= longest
        ? undefined
        : `a text of ${longest} characters or fewer`;
    }
    case 'number': {
      const { min, max } = 'number' in type ? type.number : { min: 0, max: 0 };
      const fits = typeof value === 'number' && value >= min && value <= max;
      return fits ? undefined : `a number from ${min} to ${max}`;
    }
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
        ? undefined
        : 'a date, such as 2026-11-20';
    case 'place':
      return 'a place, which only an answer can give';
    case 'options':
      return 'options, which only `recommend` can give';
    case 'resources':
      return 'resources, which only `search` can give';
    default:
      return kind satisfies never;
  }
}

/** Whether every value of one type is a value of another, so that it may be copied there. */
export function fitsInto(from: VariableType, to: VariableType): boolean {
  const [a, b] = [typeName(from), typeName(to)];
  if (a === 'one_of' && b === 'text') return true;
  // The id of an option may become a list of that one; an id that is none becomes unknown.
  if ((a === 'one_of' || a === 'text') && b === 'options') return true;
  if (a !== b) return false;
  return valuesOf(from).every((value) => valuesOf(to).includes(value));
}

function list(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(', ');
}
