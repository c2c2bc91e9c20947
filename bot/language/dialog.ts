import type { Build } from './build.ts';
import type { DialogMaterial } from './material.ts';
import { compileNode } from './node.ts';
import type { Dialog, Node } from './program.ts';
import { into, keyOf, spot } from './spot.ts';

/** One dialog: every node that could be read, its start, and its moved names. */
export function compileDialog(dialog: DialogMaterial, build: Build): Dialog {
  const { report } = build;
  const nodes = new Map<string, Node>();
  for (const [id, { data }] of dialog.nodes) {
    if (data) nodes.set(id, compileNode(dialog, id, data, build));
  }
  const start = dialog.start ?? '';
  if (dialog.start !== null && !dialog.opaque && !dialog.nodes.has(start)) {
    report.add('DLG101', spot(dialog.source, ['start']), `There is no node \`${start}\` in this dialog.`, {
      instead: { of: start, known: dialog.nodes.keys() },
    });
  }
  for (const [from, to] of Object.entries(dialog.moved)) {
    const at = into(spot(dialog.source, ['moved']), from);
    if (!dialog.nodes.has(to)) {
      report.add('DLG101', at, `There is no node \`${to}\` in this dialog.`, {
        instead: { of: to, known: dialog.nodes.keys() },
      });
    }
    if (dialog.nodes.has(from)) {
      report.add('DLG109', keyOf(at), `The node \`${from}\` is still in this dialog.`);
    }
  }
  return { id: dialog.id, about: dialog.about, start, nodes, moved: new Map(Object.entries(dialog.moved)) };
}
