import type { Build } from '../build.ts';
import type { DialogMaterial } from '../material.ts';
import type { Dialog, Goal, Node, Program } from '../program.ts';
import { nearest } from '../nearest.ts';
import { keyOf, spot } from '../spot.ts';

/** Warns of nodes that no way leads to. A renamed node's old name counts as a way: people may stand there. */
export function checkNodesAreReached(program: Program, { material, report }: Build): void {
  for (const dialog of program.dialogs.values()) {
    const written = material.dialogs.get(dialog.id);
    if (!written || !dialog.nodes.has(dialog.start) || hasGaps(written)) continue;
    const reached = reachedNodes(dialog);
    for (const id of dialog.nodes.keys()) {
      if (reached.has(id)) continue;
      report.add('DLG106', keyOf(spot(written.source, ['nodes', id])), `No way leads to the node \`${id}\`.`);
    }
  }
}

/** Warns of dialogs that neither an interruption nor a reachable dialog calls. */
export function checkDialogsAreUsed(program: Program, { material, report }: Build): void {
  if (!material.interruptions || material.incomplete.has('interruptions')) return;
  if ([...material.dialogs.values()].some((dialog) => dialog.opaque || hasGaps(dialog))) return;
  const used = new Set<string>();
  const waiting = entrances(program);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (used.has(id)) continue;
    used.add(id);
    for (const called of calls(program.dialogs.get(id))) waiting.push(meant(called, program.dialogs));
  }
  for (const dialog of material.dialogs.values()) {
    if (used.has(dialog.id)) continue;
    report.add('DLG108', spot(dialog.source, ['dialog']), `Nothing leads to the dialog \`${dialog.id}\`.`);
  }
}

function entrances({ interruptions }: Program): string[] {
  return [
    interruptions.welcome,
    interruptions.consent,
    interruptions.notUnderstood,
    interruptions.resting,
    interruptions.option,
    ...(interruptions.liveChat === undefined ? [] : [interruptions.liveChat]),
    ...(interruptions.afterChat === undefined ? [] : [interruptions.afterChat]),
    ...(interruptions.didYouMean === undefined ? [] : [interruptions.didYouMean]),
    ...[...interruptions.wishes.values()].flatMap((goal) => ('call' in goal ? [goal.call] : [])),
    ...interruptions.safety.values(),
    ...[...interruptions.does.values()].flatMap((does) => ('call' in does ? [does.call] : [])),
  ];
}

function calls(dialog: Dialog | undefined): string[] {
  return [...(dialog?.nodes.values() ?? [])].flatMap(({ action }) =>
    action?.kind === 'call' ? [action.dialog] : [],
  );
}

function reachedNodes(dialog: Dialog): Set<string> {
  const reached = new Set<string>();
  const waiting = [dialog.start, ...dialog.moved.values()];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = dialog.nodes.get(id);
    if (!node || reached.has(id)) continue;
    reached.add(id);
    for (const next of followers(node)) waiting.push(meant(next, dialog.nodes));
  }
  return reached;
}

/** The name that a misspelt one most likely stands for: its own mistake is told already, and is enough. */
function meant(name: string, known: ReadonlyMap<string, unknown>): string {
  return known.has(name) ? name : (nearest(name, known.keys()) ?? name);
}

/** The nodes a node may lead to, in the order of its branches. After `restart` the opening comes, not `next`. */
export function followers(node: Node): string[] {
  if (node.action?.kind === 'restart') return [];
  const goals: Goal[] = [...node.next.branches.map((branch) => branch.go), node.next.else];
  return goals.flatMap((goal) => (typeof goal === 'string' ? [] : [goal.node]));
}

/** A node that could not be read, or lacks its `else`, may lead anywhere. */
function hasGaps(dialog: DialogMaterial): boolean {
  return [...dialog.nodes.values()].some(({ data, partial }) => {
    if (data === null || partial) return true;
    return Array.isArray(data.next) && !data.next.some((branch) => 'else' in branch);
  });
}
