import { never } from '../domain/fault.ts';
import type { Value } from '../domain/value.ts';
import type { Cond } from '../language/program.ts';

/** The value of a variable by its full name; undefined when unknown. */
export type Lookup = (variable: string) => Value | undefined;

/** Whether a condition holds. On an unknown variable every test but `known` is false. */
export function holds(condition: Cond, value: Lookup): boolean {
  switch (condition.op) {
    case 'any':
      return condition.of.some((part) => holds(part, value));
    case 'all':
      return condition.of.every((part) => holds(part, value));
    case 'not':
      return !holds(condition.of, value);
    case 'is':
      return value(condition.variable) === condition.value;
    case 'in': {
      const known = value(condition.variable);
      return known !== undefined && condition.values.includes(known as string);
    }
    case 'has': {
      const known = value(condition.variable);
      return Array.isArray(known) && condition.values.some((wanted) => known.includes(wanted));
    }
    case 'known':
      return (value(condition.variable) !== undefined) === condition.value;
    case 'count':
      return size(value(condition.variable)) === condition.value;
    case 'gte':
      return number(value(condition.variable), (n) => n >= condition.value);
    case 'lte':
      return number(value(condition.variable), (n) => n <= condition.value);
    default:
      return never(condition);
  }
}

/** How many things a value holds; undefined when it is unknown or no list. */
function size(value: Value | undefined): number | undefined {
  if (Array.isArray(value)) return value.length;
  if (typeof value === 'object' && 'options' in value) return value.options.length;
  if (typeof value === 'object' && 'resources' in value) return value.resources.length;
  return undefined;
}

/** Compares a number, or the length of a list. */
function number(value: Value | undefined, test: (n: number) => boolean): boolean {
  const n = typeof value === 'number' ? value : size(value);
  return n !== undefined && test(n);
}
