import type { Report } from './report.ts';
import type { VariableType } from './schema/dialog.ts';
import type { Known } from './scope.ts';
import { into, type Spot } from './spot.ts';
import { misfit, type TypeName, typeName, valuesOf } from './types.ts';

export type TestName = 'is' | 'in' | 'has' | 'has_any' | 'known' | 'count' | 'gte' | 'lte';

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

/** Tells when a test cannot be asked of a variable, or asks for a value it cannot hold. */
export function checkTest(
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
