import { compileCondition } from './condition.ts';
import type { Goal, Next } from './program.ts';
import type { Report } from './report.ts';
import type { NodeSource } from './schema/dialog.ts';
import type { Scope } from './scope.ts';
import { into, keyOf, type Spot } from './spot.ts';

/** Words that say where next and are no nodes. */
export const RESERVED_GOALS = ['end', 'stop'] as const;

export interface Targets {
  nodes: readonly string[];
  report: Report;
}

/** Where a node leads. `else` must be there, once, and last. */
export function compileNext(source: NodeSource['next'], at: Spot, scope: Scope, targets: Targets): Next {
  const { report } = targets;
  if (typeof source === 'string') return { branches: [], else: compileGoal(source, at, targets) };
  const branches: Next['branches'][number][] = [];
  let otherwise: Goal | undefined;
  for (const [index, branch] of source.entries()) {
    const here = into(at, index);
    if ('else' in branch) {
      const goal = compileGoal(branch.else, into(here, 'else'), targets);
      if (otherwise !== undefined)
        report.add('DLG105', keyOf(into(here, 'else')), 'There is a second `else`.');
      else if (index < source.length - 1) {
        report.add('DLG105', keyOf(into(here, 'else')), `\`else\` is line ${index + 1} of ${source.length}.`);
      }
      otherwise ??= goal;
    } else {
      const when = compileCondition(branch.when, into(here, 'when'), scope, report);
      branches.push({ when, go: compileGoal(branch.go, into(here, 'go'), targets) });
    }
  }
  if (otherwise === undefined) {
    report.add('DLG104', keyOf(at), 'When none of these conditions holds, there is no way on.');
  }
  return { branches, else: otherwise ?? 'stop' };
}

export function compileGoal(goal: string, at: Spot, { nodes, report }: Targets): Goal {
  if (goal === 'end' || goal === 'stop') return goal;
  if (!nodes.includes(goal)) {
    report.add('DLG101', at, `There is no node \`${goal}\` in this dialog.`, {
      instead: { of: goal, known: [...nodes, ...RESERVED_GOALS] },
    });
  }
  return { node: goal };
}
