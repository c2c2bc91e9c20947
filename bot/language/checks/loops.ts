import type { Build } from '../build.ts';
import type { Node, Program } from '../program.ts';
import { keyOf, spot } from '../spot.ts';
import { followers } from './reach.ts';

interface Place {
  dialog: string;
  node: string;
}

/**
 * Finds ways round that ask nothing: the bot would talk without end. Called dialogs count: a call leads into the other
 * dialog, and past it only if that dialog can come to its end without a question.
 */
export function checkLoops(program: Program, build: Build): void {
  const { material, report } = build;
  const silent = silentDialogs(program, build);
  const told = new Set<string>();
  const done = new Set<string>();
  for (const dialog of program.dialogs.values()) {
    for (const node of dialog.nodes.keys()) walk([{ dialog: dialog.id, node }]);
  }

  function walk(way: readonly Place[]): void {
    const here = way.at(-1);
    if (!here || done.has(name(here))) return;
    for (const next of stepsFrom(here)) {
      const from = way.findIndex((place) => name(place) === name(next));
      if (from >= 0) tell(way.slice(from));
      else walk([...way, next]);
    }
    done.add(name(here));
  }

  function stepsFrom({ dialog, node: id }: Place): Place[] {
    const node = program.dialogs.get(dialog)?.nodes.get(id);
    if (!node || pauses(node, dialog, build)) return [];
    if (node.action?.kind === 'restart') return openingOf(program);
    const after = followers(node).map((next) => ({ dialog, node: next }));
    if (node.action?.kind !== 'call') return after;
    const called = program.dialogs.get(node.action.dialog);
    if (!called) return [];
    return [{ dialog: called.id, node: called.start }, ...(silent.has(called.id) ? after : [])];
  }

  function tell(loop: readonly Place[]): void {
    const [first] = loop;
    const source = first && material.dialogs.get(first.dialog)?.source;
    const key = loop.map(name).sort().join(' ');
    if (!source || told.has(key)) return;
    told.add(key);
    const one = loop.every((place) => place.dialog === first.dialog);
    const round = [...loop, first].map((place) => (one ? place.node : name(place))).join(' → ');
    report.add(
      'DLG107',
      keyOf(spot(source, ['nodes', first.node])),
      `The bot can go round without asking: ${round}.`,
    );
  }
}

/** Dialogs that can come to their end without a question. */
function silentDialogs(program: Program, build: Build): Set<string> {
  const silent = new Set<string>();
  for (let grew = true; grew; ) {
    grew = false;
    for (const dialog of program.dialogs.values()) {
      if (silent.has(dialog.id) || !endsSilently(dialog.id, program, silent, build)) continue;
      silent.add(dialog.id);
      grew = true;
    }
  }
  return silent;
}

function endsSilently(id: string, program: Program, silent: ReadonlySet<string>, build: Build): boolean {
  const dialog = program.dialogs.get(id);
  const seen = new Set<string>();
  const waiting = dialog ? [dialog.start] : [];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const node = dialog?.nodes.get(here);
    if (!node || seen.has(here) || pauses(node, id, build)) continue;
    seen.add(here);
    if (node.action?.kind === 'call' && !silent.has(node.action.dialog)) continue;
    if ([node.next.else, ...node.next.branches.map((branch) => branch.go)].includes('end')) return true;
    waiting.push(...followers(node));
  }
  return false;
}

function openingOf({ dialogs, interruptions }: Program): Place[] {
  const opening = dialogs.get(interruptions.welcome);
  return opening ? [{ dialog: opening.id, node: opening.start }] : [];
}

/**
 * A question lets the person speak, unless every choice has a `when`: with none left it is passed over. What could not
 * be read whole may have held a question.
 */
function pauses(node: Node, dialog: string, { material }: Build): boolean {
  const { action } = node;
  if (action?.kind === 'ask') {
    return action.choices.length === 0 || action.choices.some((choice) => choice.when === undefined);
  }
  return material.dialogs.get(dialog)?.nodes.get(node.id)?.partial === true;
}

function name({ dialog, node }: Place): string {
  return `${dialog}.${node}`;
}
