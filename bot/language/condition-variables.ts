import { BUILT_INS, type Cond } from './program.ts';
import type { Report } from './report.ts';
import type { Scope } from './scope.ts';
import type { Spot } from './spot.ts';

/** A condition without others inside it. */
type Test = Exclude<Cond, { op: 'any' | 'all' | 'not' }>;
/** One test of a condition, and whether a `not` stands anywhere above it. */
interface Standing {
  test: Test;
  negated: boolean;
}

/** Every test of a condition, in the order in which they stand. */
function tests(condition: Cond, negated = false): Standing[] {
  switch (condition.op) {
    case 'any':
    case 'all':
      return condition.of.flatMap((one) => tests(one, negated));
    case 'not':
      return tests(condition.of, true);
    case 'is':
    case 'in':
    case 'has':
    case 'known':
    case 'count':
    case 'gte':
    case 'lte':
      return [{ test: condition, negated }];
    default:
      return condition satisfies never;
  }
}

/** The variables a condition reads, each once, in the order in which they stand. */
export function variablesOf(condition: Cond): string[] {
  return [...new Set(tests(condition).map(({ test }) => test.variable))];
}

/** `not` of an unknown is true, which is seldom meant: an unanswered question is no answer. */
export function warnOfNot(condition: Cond, at: Spot, scope: Scope, report: Report): void {
  const all = tests(condition);
  const tested = new Set(all.filter(({ test }) => test.op === 'known').map(({ test }) => test.variable));
  const negated = new Set(all.filter((one) => one.negated).map(({ test }) => test.variable));
  for (const name of negated) {
    if (tested.has(name) || (Object.hasOwn(BUILT_INS, name) && name !== 'night')) continue;
    const short = scope.shortName(name);
    report.add('DLG210', at, `When \`${short}\` is unknown, this \`not\` is true.`, {
      remedy: `Add { ${short}: { known: true } } beside it when only an answer should count, or { ${short}: { known: false } } under \`any\` to say that unknown is meant too.`,
    });
  }
}
