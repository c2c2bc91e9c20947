import { checkTest, type TestName } from './condition-test.ts';
import { warnOfNot } from './condition-variables.ts';
import type { Cond } from './program.ts';
import type { Report } from './report.ts';
import type { Condition, Test } from './schema/condition.ts';
import type { Scope } from './scope.ts';
import { into, keyOf, type Spot } from './spot.ts';

type Scalar = string | number | boolean;

/** A condition with every name resolved and every value checked. */
export function compileCondition(condition: Condition, at: Spot, scope: Scope, report: Report): Cond {
  const compiled = compilePart(condition, at, scope, report);
  warnOfNot(compiled, at, scope, report);
  return compiled;
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
