import type { z } from 'zod/v4';

type Issue = z.core.$ZodIssue;

/** The last part of a path, as an author knows it: `ask`, item 2 of `next`. */
export function nameOf(path: readonly (string | number)[]): string {
  const last = path.at(-1);
  if (last === undefined) return 'this';
  if (typeof last === 'string') return code(last);
  return `item ${last + 1} of ${nameOf(path.slice(0, -1))}`;
}

/** A name as it is set in messages. */
export function code(name: string): string {
  return `\`${name}\``;
}

/** A value in a few characters; never much of what a file says. */
export function shown(value: unknown): string {
  if (typeof value === 'object') return kindOf(value);
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 40);
}

/** What kind of value somebody wrote, in words. */
export function kindOf(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'a number';
  if (typeof value === 'boolean') return `the value ${String(value)}`;
  return 'keys with values';
}

/** What zod expected, in words. */
export function expectedWords(expected: string): string {
  switch (expected) {
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    case 'int':
      return 'a whole number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list';
    case 'object':
    case 'record':
      return 'keys with values';
    case 'null':
      return 'null';
    default:
      return expected;
  }
}

/** Why a text has not the form it needs. */
export function formatWords(issue: Extract<Issue, { code: 'invalid_format' }>): string {
  if (issue.format === 'url') return 'it is no web address';
  return issue.message;
}

/** Why something is too short, too long, too small or too large. */
export function sizeWords(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const limit = String(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const unit = issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' items' : '';
  if (issue.code === 'too_big')
    return `is too ${unit === ' characters' ? 'long' : 'large'}: ${limit}${unit} are the most`;
  if (limit === '1' && unit === ' characters') return 'is empty';
  if (limit === '1' && unit === ' items') return 'is an empty list';
  return `is too ${unit === ' characters' ? 'short' : 'small'}: it needs ${limit}${unit} or more`;
}
