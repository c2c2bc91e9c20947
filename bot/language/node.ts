import { ACTIONS, compileAction } from './action.ts';
import type { Build } from './build.ts';
import { compileNext, type Targets } from './next.ts';
import type { DialogMaterial } from './material.ts';
import { compileText, type NodeBuild } from './node-build.ts';
import type { Node, Text } from './program.ts';
import type { NodeSource } from './schema/dialog.ts';
import { compileShow } from './show.ts';
import { lineAndColumn, rangeOf } from './range.ts';
import { into, keyOf, type Spot, spot } from './spot.ts';

/** One node of a dialog, with all its names resolved. */
export function compileNode(dialog: DialogMaterial, id: string, source: NodeSource, build: Build): Node {
  const at = spot(dialog.source, ['nodes', id]);
  const here: NodeBuild = { ...build, dialog, key: `${dialog.id}.${id}`, names: build.scope(dialog.id) };
  const targets: Targets = { nodes: [...dialog.nodes.keys()], report: build.report };
  if (id === 'end' || id === 'stop') {
    build.report.add(
      'DLG213',
      keyOf(at),
      `A node cannot be called \`${id}\`: the word has a meaning in \`next\`.`,
      {
        remedy: 'Give the node another name.',
      },
    );
  }
  checkOneAction(source, at, build);
  const explain =
    source.explain === undefined
      ? undefined
      : compileText(here, 'explain', source.explain, into(at, 'explain'));
  checkExplain(source, at, here);
  return {
    id,
    say: compileSay(source.say, into(at, 'say'), here),
    ...(source.tone ? { tone: source.tone } : {}),
    show: compileShow(source.show, into(at, 'show'), here),
    ...(explain ? { explain } : {}),
    action: compileAction(source, at, here),
    next: compileNext(source.next, into(at, 'next'), here.names, targets),
    at: { file: dialog.source.path, line: lineAndColumn(dialog.source, rangeOf(keyOf(at)).from).line },
  };
}

function compileSay(say: NodeSource['say'], at: Spot, build: NodeBuild): Text[] {
  if (say === undefined) return [];
  if (typeof say === 'string') return [compileText(build, 'say', say, at)];
  return say.map((text, index) => compileText(build, `say.${index}`, text, into(at, index)));
}

function checkOneAction(source: NodeSource, at: Spot, { report }: Build): void {
  const [first, ...others] = ACTIONS.filter((action) => source[action] !== undefined);
  for (const other of others) {
    report.add(
      'DLG103',
      keyOf(into(at, other)),
      `This node has \`${first}\` already, and a node does one thing.`,
    );
  }
}

function checkExplain(source: NodeSource, at: Spot, build: NodeBuild): void {
  if (!source.ask || source.explain !== undefined) return;
  const variable = build.names.find(source.ask.var);
  if (!variable?.sensitive) return;
  build.report.add(
    'DLG208',
    keyOf(into(at, 'ask')),
    `\`${source.ask.var}\` is sensitive, and nothing says why it is asked.`,
  );
}
