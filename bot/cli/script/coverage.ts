import type { TraceStep } from '../../engine/draft.ts';
import type { Action, Node, Program } from '../../language/program.ts';

export interface DialogCoverage {
  dialog: string;
  nodes: { run: number; all: number };
  branches: { taken: number; all: number };
  /** What no script has ever brought about, with its place. */
  never: string[];
}

/** How much of each dialog a set of conversations went through. A node with conditions has a branch for each, and `else`. */
export function coverage(program: Program, trace: readonly TraceStep[]): DialogCoverage[] {
  const taken = new Map<string, Set<number>>();
  for (const { dialog, node, branch } of trace) {
    const key = `${dialog}.${node}`;
    const branches = taken.get(key) ?? new Set();
    if (branch !== undefined) branches.add(branch);
    taken.set(key, branches);
  }
  return [...program.dialogs.values()].map((dialog) => {
    const nodes = [...dialog.nodes.values()];
    const of = (node: Node) => taken.get(`${dialog.id}.${node.id}`);
    return {
      dialog: dialog.id,
      nodes: { run: nodes.filter(of).length, all: nodes.length },
      branches: {
        taken: sum(nodes.map((node) => branchesOf(node).filter((index) => of(node)?.has(index)).length)),
        all: sum(nodes.map((node) => branchesOf(node).length)),
      },
      never: nodes.flatMap((node) => neverOf(node, of(node))),
    };
  });
}

function branchesOf(node: Node): number[] {
  const { branches } = node.next;
  return branches.length === 0 ? [] : [...branches.keys(), branches.length];
}

function neverOf(node: Node, taken: ReadonlySet<number> | undefined): string[] {
  const place = `${node.at.file}:${node.at.line}`;
  if (!taken) return [`${node.say.length > 0 ? 'never said' : 'never run'}: ${node.id} (${place})`];
  return branchesOf(node)
    .filter((index) => !taken.has(index))
    .map((index) => {
      const branch = node.next.branches[index];
      const goal = branch ? branch.go : node.next.else;
      const name = branch ? `branch ${index + 1}` : 'else';
      return `never taken: ${node.id}, ${name} to ${typeof goal === 'string' ? goal : goal.node} (${place})`;
    });
}

/**
 * Dialogs where every node and branch must have been played: safety, consent, and passing things on to staff. That is a
 * dialog that hands off, whatever it calls for that, and any that does something to the case.
 */
export function mustBeWhole(dialog: string, program: Program): boolean {
  if (dialog.startsWith('safety') || dialog === 'consent' || dialog === 'reach-a-person') return true;
  return (
    actionsOf(dialog, program).some((action) => PASSING_ON.has(action.kind)) ||
    callersOf(dialog, program).some((caller) =>
      actionsOf(caller, program).some(({ kind }) => kind === 'handoff'),
    )
  );
}

const PASSING_ON: ReadonlySet<Action['kind']> = new Set<Action['kind']>(['handoff', 'case', 'feedback']);

function actionsOf(dialog: string, program: Program): Action[] {
  const nodes = [...(program.dialogs.get(dialog)?.nodes.values() ?? [])];
  return nodes.flatMap((node) => node.action ?? []);
}

function callersOf(dialog: string, program: Program): string[] {
  return [...program.dialogs.keys()].filter((caller) =>
    actionsOf(caller, program).some((action) => action.kind === 'call' && action.dialog === dialog),
  );
}

/** Whether enough of a dialog was played: all of it where it matters most, 95 in a hundred elsewhere. */
export function isEnough({ dialog, nodes, branches }: DialogCoverage, program: Program): boolean {
  const all = nodes.all + branches.all;
  const done = nodes.run + branches.taken;
  return mustBeWhole(dialog, program) ? done === all : done >= all * 0.95;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
