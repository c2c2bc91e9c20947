import { BUILT_INS, type Cond } from './program.ts';
import type { Report } from './report.ts';
import type { Scope } from './scope.ts';
import type { Spot } from './spot.ts';

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

/** `not` of an unknown is true, which is seldom meant: an unanswered question is no answer. */
export function warnOfNot(condition: Cond, at: Spot, scope: Scope, report: Report): void {
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
