import type { z } from 'zod/v4';
import type { DiagnosticCode } from './diagnostics.ts';
import { nearest } from './nearest.ts';
import { keysAt } from './schema-keys.ts';
import { code, expectedWords, formatWords, kindOf, nameOf, shown, sizeWords } from './shape-words.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value's shape, in an author's words. Paths are relative to the value. */
export interface ShapeProblem {
  code: DiagnosticCode;
  path: (string | number)[];
  part: 'key' | 'value';
  message: string;
  remedy?: string;
  known?: string[];
  name?: string;
}

/** What is looked at: the value as written, its schema, and the key it stands under (none for a whole file). */
interface Whole {
  value: unknown;
  schema: z.core.$ZodType;
  name?: string | undefined;
}

/** Turns what zod says into what an author can use. Of a union, only the form that was most likely meant is spoken of. */
export function shapeProblems(issues: readonly Issue[], whole: Whole): ShapeProblem[] {
  return withoutEchoes(issues.flatMap((issue) => problemsOf(issue, whole)));
}

function problemsOf(issue: Issue, whole: Whole): ShapeProblem[] {
  const path = issue.path as (string | number)[];
  const name = nameOf(path);
  const value = valueAt(whole.value, path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(whole.schema, path);
      const present = isMap(value) ? Object.keys(value) : [];
      return issue.keys.map((key) => unknownKey(key, path, { known, present, whole }));
    }
    case 'invalid_type':
      return [
        value === undefined
          ? missing(path, whole)
          : { ...wrongKind(path, expectedWords(issue.expected), value), ...ownRemedy(issue) },
      ];
    case 'invalid_value': {
      if (value === undefined) return [missing(path, whole)];
      const values = issue.values.map(String);
      const message = `\`${shown(value)}\` is none of the values of ${name}: ${values.map(code).join(', ')}.`;
      return [{ code: 'DLG004', path, part: 'value', message, known: values, name: shown(value) }];
    }
    case 'invalid_format':
      return [
        issue.message.startsWith('an id is')
          ? { code: 'DLG006', path, part: 'value', message: `\`${shown(value)}\` is not an id.` }
          : {
              code: 'DLG004',
              path,
              part: 'value',
              message: `${name} cannot be read: ${formatWords(issue)}.`,
            },
      ];
    case 'too_small':
    case 'too_big':
      return [
        {
          code: 'DLG004',
          path,
          part: 'value',
          message: isOwn(issue) ? `${name}: ${issue.message}.` : `${name} ${sizeWords(issue)}.`,
        },
      ];
    case 'invalid_key':
      return [{ code: 'DLG006', path, part: 'key', message: `${name} is not an id.` }];
    case 'invalid_union':
      return unionProblems(issue, whole);
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return [{ code: 'DLG004', path, part: 'value', message: `${name} cannot be read: ${issue.message}.` }];
    default:
      return [{ code: 'DLG004', path, part: 'value', message: `${name} cannot be read.` }];
  }
}

/** Problems of the form of a union that fits best, or one problem that names all forms. */
function unionProblems(issue: Extract<Issue, { code: 'invalid_union' }>, whole: Whole): ShapeProblem[] {
  const path = issue.path as (string | number)[];
  const value = valueAt(whole.value, path);
  if (value === undefined && path.length > 0) return [missing(path, whole)];
  const forms = flatten(issue).map((issues) =>
    issues.map((one) => ({ ...one, path: [...path, ...one.path] })),
  );
  const scored = forms.map((issues) => ({ issues, misfit: misfit(issues, path, whole.value) }));
  const best = Math.min(...scored.map((form) => form.misfit));
  const fitting = scored.filter((form) => form.misfit === best);
  const kinds = forms.flatMap((issues) => kindExpectedAt(issues, path));
  if (best === Number.POSITIVE_INFINITY) return [wrongKind(path, [...new Set(kinds)].join(' or '), value)];
  const [deepest] = fitting.sort((a, b) => depth(b.issues) - depth(a.issues));
  if (fitting.length === 1 || (deepest && depth(deepest.issues) > path.length + 1)) {
    return (deepest?.issues ?? []).flatMap((one) => problemsOf(one, whole));
  }
  // Several forms fit equally badly: either no key of any form is there, or keys of two forms are.
  const known = keysAt(whole.schema, path);
  const present = isMap(value) ? Object.keys(value) : [];
  const unknown = present.filter((key) => !known.includes(key));
  if (unknown.length > 0) return unknown.map((key) => unknownKey(key, path, { known, present, whole }));
  if (present.length > 1) {
    const [first, second] = present as [string, string];
    return [
      {
        code: 'DLG003',
        path: [...path, second],
        part: 'key',
        message: `${code(second)} cannot stand beside ${code(first)}.`,
        remedy: 'Keep one of the two here; where a list is allowed, give each a line of its own.',
      },
    ];
  }
  if (present.length === 0 && isMap(value)) {
    return [
      {
        code: 'DLG005',
        path,
        part: 'value',
        message: `${nameOf(path)} is empty: it needs one of ${known.map(code).join(', ')}.`,
      },
    ];
  }
  return (deepest?.issues ?? []).flatMap((one) => problemsOf(one, whole));
}

/** Unions inside a union, at the same place, are one union. */
function flatten(issue: Extract<Issue, { code: 'invalid_union' }>): Issue[][] {
  return issue.errors.flatMap((form) => {
    const [only] = form;
    return form.length === 1 && only?.code === 'invalid_union' && only.path.length === 0
      ? flatten(only)
      : [[...form] as Issue[]];
  });
}

/** How badly a form fits: infinitely when the kind of value is another one, else its missing and unknown keys. */
function misfit(issues: readonly Issue[], path: readonly PropertyKey[], root: unknown): number {
  let count = 0;
  for (const issue of issues) {
    const here = issue.path.length === path.length;
    if (here && issue.code === 'unrecognized_keys') count += issue.keys.length;
    else if (here && issue.code !== 'invalid_union') return Number.POSITIVE_INFINITY;
    else if (valueAt(root, issue.path as (string | number)[]) === undefined) count += 1;
  }
  return count;
}

function kindExpectedAt(issues: readonly Issue[], path: readonly PropertyKey[]): string[] {
  return issues.flatMap((issue) =>
    issue.path.length === path.length && issue.code === 'invalid_type' ? [expectedWords(issue.expected)] : [],
  );
}

function depth(issues: readonly Issue[]): number {
  const deepest = (issue: Issue): number =>
    issue.code === 'invalid_union'
      ? issue.path.length + Math.max(0, ...flatten(issue).flatMap((form) => form.map(deepest)))
      : issue.path.length;
  return Math.max(0, ...issues.map(deepest));
}

function unknownKey(
  key: string,
  path: (string | number)[],
  { known, present, whole }: { known: string[]; present: string[]; whole: Whole },
): ShapeProblem {
  const at = { path: [...path, key], part: 'key' as const };
  return {
    code: 'DLG003',
    ...at,
    message: `There is no key ${code(key)}${inside(path, whole)}.`,
    remedy: known.length > 0 ? `Known here: ${known.map(code).join(', ')}.` : 'Remove the key.',
    known: known.filter((other) => !present.includes(other)),
    name: key,
  };
}

function missing(path: (string | number)[], whole: Whole): ShapeProblem {
  const key = String(path.at(-1));
  return {
    code: 'DLG005',
    path,
    part: 'key',
    message: `The key ${code(key)} is missing${inside(path.slice(0, -1), whole)}.`,
  };
}

/** ` in \`ask\``; nothing for the top of a file. */
function inside(path: readonly (string | number)[], { name }: Whole): string {
  if (path.length > 0) return ` in ${nameOf(path)}`;
  return name === undefined ? '' : ` in ${code(name)}`;
}

function wrongKind(path: (string | number)[], expected: string, value: unknown): ShapeProblem {
  if (value === null) {
    return { code: 'DLG004', path, part: 'key', message: `${nameOf(path)} is empty; it needs ${expected}.` };
  }
  return {
    code: 'DLG004',
    path,
    part: 'value',
    message: `${nameOf(path)} must be ${expected}, not ${kindOf(value)}.`,
    ...(typeof value !== 'object' && expected.includes('text')
      ? { remedy: 'Put it in "double quotes" when it is meant as words.' }
      : {}),
  };
}

/** What the schema itself says to do. */
function ownRemedy(issue: Issue): { remedy?: string } {
  if (!isOwn(issue)) return {};
  return { remedy: `${issue.message.charAt(0).toUpperCase()}${issue.message.slice(1)}.` };
}

/** Whether the words are the schema's; zod's own are for programmers. */
function isOwn({ message }: Issue): boolean {
  return !/^(Invalid input|Too (small|big))\b/.test(message);
}

/** An unknown key that is nearly the missing one says it all; the missing key need not be told too. */
function withoutEchoes(problems: ShapeProblem[]): ShapeProblem[] {
  const meant = new Set(
    problems.flatMap((problem) => {
      const near =
        problem.code === 'DLG003' && problem.name ? nearest(problem.name, problem.known ?? []) : undefined;
      return near ? [[...problem.path.slice(0, -1), near].join('\u0000')] : [];
    }),
  );
  return problems.filter((problem) => problem.code !== 'DLG005' || !meant.has(problem.path.join('\u0000')));
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
