import { parseArgs } from 'node:util';
import { compile } from '../language/compile.ts';
import { readSources } from '../language/load.ts';
import { nearest } from '../language/nearest.ts';
import type { Dialog, Goal, Node, Template } from '../language/program.ts';
import { type Command, UsageError } from './command.ts';
import { conditionWords } from './condition-words.ts';

export const graph: Command = {
  name: 'graph',
  summary: 'draws a dialog as a Mermaid flowchart, which GitHub and most editors show as a picture',
  usage: `
nav graph DIALOG

Boxes are nodes, rounded where a question is asked; arrows are the ways on, with their conditions.`,
  run(args, io) {
    const { positionals } = parseArgs({ args, allowPositionals: true });
    const [id] = positionals;
    if (id === undefined) throw new UsageError('Which dialog?');
    const compiled = compile(readSources(io.root));
    if (!compiled.ok) {
      io.err('The dialogs have errors. `npm run nav -- check` tells them.\n');
      return Promise.resolve(1);
    }
    const { dialogs } = compiled.program;
    const dialog = dialogs.get(id);
    if (!dialog) {
      const near = nearest(id, dialogs.keys());
      throw new UsageError(`There is no dialog ${id}.${near ? ` Did you mean ${near}?` : ''}`);
    }
    io.out(flowchart(dialog));
    return Promise.resolve(0);
  },
};

/** The drawing of one dialog. */
export function flowchart(dialog: Dialog): string {
  const lines = ['flowchart TD', `  begin(["${label(dialog.id)}"]) --> ${name(dialog.start)}`];
  for (const node of dialog.nodes.values()) {
    lines.push(`  ${name(node.id)}${box(node)}`);
    for (const branch of node.next.branches) {
      lines.push(`  ${name(node.id)} -->|"${label(conditionWords(branch.when))}"| ${goalName(branch.go)}`);
    }
    const otherwise = node.next.branches.length > 0 ? '|"else"|' : '';
    lines.push(`  ${name(node.id)} -->${otherwise} ${goalName(node.next.else)}`);
  }
  const goals = [...dialog.nodes.values()].flatMap(({ next }) => [
    next.else,
    ...next.branches.map((one) => one.go),
  ]);
  if (goals.includes('end')) lines.push('  goal_end(["end"])');
  if (goals.includes('stop')) lines.push('  goal_stop(["stop"])');
  return `${lines.join('\n')}\n`;
}

function box(node: Node): string {
  const { action } = node;
  const words = [
    node.id,
    ...(node.say[0] ? [clip(plain(node.say[0].en))] : []),
    ...(action?.kind === 'ask' ? [`? ${clip(plain(action.text.en))}`] : []),
    ...(action?.kind === 'call' ? [`call ${action.dialog}`] : []),
    ...(action && action.kind !== 'ask' && action.kind !== 'call' ? [action.kind] : []),
    ...node.show.map((show) => (show.kind === 'lines' ? `show lines ${show.purpose}` : `show ${show.kind}`)),
  ];
  const inside = words.map(label).join('<br>');
  return action?.kind === 'ask' ? `("${inside}")` : `["${inside}"]`;
}

function goalName(goal: Goal): string {
  return typeof goal === 'string' ? `goal_${goal}` : name(goal.node);
}

/** Mermaid takes some words for its own, such as `end`; a prefix keeps ours apart. */
function name(id: string): string {
  return `n_${id.replaceAll('-', '_')}`;
}

function plain(template: Template): string {
  return typeof template === 'string'
    ? template
    : template.map((piece) => (typeof piece === 'string' ? piece : `{${piece.variable}}`)).join('');
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
}

function label(text: string): string {
  return text.replaceAll('"', '#quot;').replace(/[<>]/g, '');
}
