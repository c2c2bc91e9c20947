import { BUILT_INS, type Cond } from './program.ts';
import type { Report } from './report.ts';
import type { Condition, Test } from './schema/condition.ts';
import type { VariableType } from './schema/dialog.ts';
import type { Known, Scope } from './scope.ts';
import { into, keyOf, type Spot } from './source.ts';
import { misfit, type TypeName, typeName, valuesOf } from './types.ts';

type Scalar = string | number | boolean;
type TestName = 'is' | 'in' | 'has' | 'has_any' | 'known' | 'count' | 'gte' | 'lte';

/** Which tests make sense for which type. Every type can be asked whether it is known. */
const TESTS: Readonly<Record<TypeName, readonly TestName[]>> = {
  one_of: ['is', 'in', 'known'],
  many_of: ['has', 'has_any', 'known', 'count', 'gte', 'lte'],
  yes_no: ['is', 'known'],
  text: ['is', 'in', 'known'],
  number: ['is', 'in', 'gte', 'lte', 'known'],
  place: ['known'],
  date: ['known'],
  options: ['count', 'gte', 'lte', 'known'],
  resources: ['count', 'gte', 'lte', 'known'],
};

/** A condition with every name resolved and every value checked. */
export function compileCondition(condition: Condition, at: Spot, scope: Scope, report: Report): Cond {
  const compiled = compilePart(condition, at, scope, report);
  warnOfNot(compiled, at, scope, report);
  return compiled;
}

/** `not` of an unknown is true, which is seldom meant: an unanswered question is no answer. */
function warnOfNot(condition: Cond, at: Spot, scope: Scope, report: Report): void {
  const tested = new Set(testedForKnown(condition));
  for (const name of new Set(negated(condition))) {
    if (tested.has(name) || (Object.hasOwn(BUILT_INS, name) && name !== 'night')) continue;
    const short = scope.shortName(name);
    report.add('DLG210', at, `When \`${short}\` is unknown, this \`not\` is true.`, {
      remedy: `Add { ${short}: { known: true } } beside it when only an answer should count, or { ${short}: { known: false } } under \`any\` to say that unknown is meant too.`,
    });
  }
}

function negated(condition: Cond): string[] {
  switch (condition.op) {
    case 'any':
    case 'all':
      return condition.of.flatMap(negated);
    case 'not':
      return variablesOf(condition.of);
    case 'is':
    case 'in':
    case 'has':
    case 'known':
    case 'count':
    case 'gte':
    case 'lte':
      return [];
    default:
      return condition satisfies never;
  }
}

/** Variables whose being known is tested anywhere in the condition. */
function testedForKnown(condition: Cond): string[] {
  switch (condition.op) {
    case 'any':
    case 'all':
      return condition.of.flatMap(testedForKnown);
    case 'not':
      return testedForKnown(condition.of);
    case 'known':
      return [condition.variable];
    case 'is':
    case 'in':
    case 'has':
    case 'count':
    case 'gte':
    case 'lte':
      return [];
    default:
      return condition satisfies never;
  }
}

function compilePart(condition: Condition, at: Spot, scope: Scope, report: Report): Cond {
  const keys = Object.keys(condition);
  const [only] = keys;
  if (keys.length === 1 && (only === 'any' || only === 'all')) {
    const parts = (condition as Record<string, unknown>)[only];
    if (Array.isArray(parts)) {
      return {
        op: only,
        of: parts.map((part, index) => compilePart(part as Condition, into(at, only, index), scope, report)),
      };
    }
  }
  if (keys.length === 1 && only === 'not') {
    const inner = (condition as { not: unknown }).not;
    if (typeof inner === 'object' && inner !== null) {
      return { op: 'not', of: compilePart(inner as Condition, into(at, 'not'), scope, report) };
    }
  }
  const tests = Object.entries(condition as Record<string, Test>).map(([name, test]) =>
    compileTest(name, test, into(at, name), scope, report),
  );
  return tests.length === 1 && tests[0] ? tests[0] : { op: 'all', of: tests };
}

function compileTest(name: string, test: Test, at: Spot, scope: Scope, report: Report): Cond {
  if (name === 'any' || name === 'all' || name === 'not') {
    report.add(
      'DLG004',
      keyOf(at),
      `\`${name}\` cannot stand beside other tests, or without conditions of its own.`,
      {
        remedy: 'Write { all: [{ … }, { … }] }, { any: [{ … }, { … }] } or { not: { … } }, each alone.',
      },
    );
    return { op: 'all', of: [] };
  }
  const variable = scope.read(name, keyOf(at));
  const [kind, operand, operandAt] = partsOf(test, at);
  if (variable?.type) checkTest(name, variable, variable.type, kind, operand, operandAt, report);
  const full = variable?.name ?? name;
  switch (kind) {
    case 'is':
      return { op: 'is', variable: full, value: operand as Scalar };
    case 'in':
      return { op: 'in', variable: full, values: operand as Scalar[] };
    case 'has':
      return { op: 'has', variable: full, values: [operand as string] };
    case 'has_any':
      return { op: 'has', variable: full, values: operand as string[] };
    case 'known':
      return { op: 'known', variable: full, value: operand as boolean };
    case 'count':
    case 'gte':
    case 'lte':
      return { op: kind, variable: full, value: operand as number };
    default:
      return kind satisfies never;
  }
}

function partsOf(test: Test, at: Spot): [TestName, unknown, Spot] {
  if (typeof test !== 'object') return ['is', test, at];
  const [kind = 'is'] = Object.keys(test) as TestName[];
  return [kind, (test as Record<string, unknown>)[kind], into(at, kind)];
}

function checkTest(
  name: string,
  variable: Known,
  type: VariableType,
  kind: TestName,
  operand: unknown,
  at: Spot,
  report: Report,
): void {
  const tests = TESTS[typeName(type)];
  if (!tests.includes(kind)) {
    report.add('DLG203', at, `\`${name}\` is ${typeName(type)}, and \`${kind}\` cannot be asked of it.`, {
      remedy:
        typeName(type) === 'many_of'
          ? `Several can be chosen: write { ${name}: { has: … } }.`
          : `Can be asked: ${tests.map((test) => `\`${test}\``).join(', ')}.`,
    });
    return;
  }
  switch (kind) {
    case 'is':
      return checkValue(name, type, operand, at, report);
    case 'in':
      for (const [index, value] of (operand as unknown[]).entries()) {
        checkValue(name, type, value, into(at, index), report);
      }
      return;
    case 'has':
      return checkMember(name, type, operand, at, report);
    case 'has_any':
      for (const [index, value] of (operand as unknown[]).entries()) {
        checkMember(name, type, value, into(at, index), report);
      }
      return;
    case 'known':
      if (variable.builtIn && operand === false && name !== 'night') {
        report.add('DLG203', at, `\`${name}\` is always known.`, { remedy: 'Remove this branch.' });
      }
      return;
    case 'count':
    case 'gte':
    case 'lte':
      return;
    default:
      kind satisfies never;
  }
}

/** Tells when a plain value is none of the variable's type. Shared with `set`. */
export function checkValue(name: string, type: VariableType, value: unknown, at: Spot, report: Report): void {
  const wanted = misfit(type, value);
  if (wanted === undefined) return;
  const shown = Array.isArray(value)
    ? 'This list'
    : `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
  report.add('DLG202', at, `${shown} is no value of \`${name}\`.`, {
    remedy: `Write ${wanted}.`,
    ...(typeof value === 'string' ? { instead: { of: value, known: valuesOf(type) } } : {}),
  });
}

function checkMember(name: string, type: VariableType, value: unknown, at: Spot, report: Report): void {
  if (valuesOf(type).includes(value as string)) return;
  report.add('DLG202', at, `\`${String(value)}\` is no value of \`${name}\`.`, {
    instead: { of: String(value), known: valuesOf(type) },
    remedy: `Its values: ${valuesOf(type)
      .map((one) => `\`${one}\``)
      .join(', ')}.`,
  });
}

/** The variables a condition reads, each once, in the order in which they stand. */
export function variablesOf(condition: Cond): string[] {
  switch (condition.op) {
    case 'any':
    case 'all':
      return [...new Set(condition.of.flatMap(variablesOf))];
    case 'not':
      return variablesOf(condition.of);
    case 'is':
    case 'in':
    case 'has':
    case 'known':
    case 'count':
    case 'gte':
    case 'lte':
      return [condition.variable];
    default:
      return condition satisfies never;
  }
}
