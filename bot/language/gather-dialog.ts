import { z } from 'zod/v4';
import type { DialogMaterial } from './material.ts';
import type { Report } from './report.ts';
import { dialogSchema, node, type NodeSource, type VariableType, variableType } from './schema/dialog.ts';
import { id } from './schema/text.ts';
import { type Shaped, shape } from './shape.ts';
import { type Source, spot } from './spot.ts';

/** The frame of a dialog alone: what its variables and nodes hold is looked at one by one. */
const frame = dialogSchema.extend({
  vars: z.record(id, z.unknown()).default({}),
  nodes: z.record(id, z.unknown()),
});

/** One dialog: its frame first, then every variable and node by itself, so that one slip hides nothing else. */
export function gatherDialog(name: string, source: Source, report: Report): DialogMaterial {
  const { partial } = shape(frame, source.value, spot(source), report);
  const value = asMap(source.value);
  const found = asMap(value?.nodes);
  if (!value || !found) return opaqueDialog(name, source);
  const dialog = typeof value.dialog === 'string' ? value.dialog : name;
  const fileName = /([^/]+)\.yaml$/.exec(source.role)?.[1] ?? name;
  if (dialog !== fileName) {
    report.add(
      'DLG008',
      spot(source, ['dialog']),
      `The dialog is \`${dialog}\`, and the file is called ${fileName}.yaml.`,
    );
  }
  const vars = new Map<string, VariableType | null>();
  for (const [variable, type] of Object.entries(asMap(value.vars) ?? {})) {
    vars.set(variable, shape(variableType, type, spot(source, ['vars', variable]), report).data);
  }
  const nodes = new Map<string, Shaped<NodeSource>>();
  for (const [nodeId, body] of Object.entries(found)) {
    nodes.set(nodeId, shape(node, body, spot(source, ['nodes', nodeId]), report));
  }
  return {
    id: dialog,
    source,
    opaque: false,
    about: typeof value.about === 'string' ? value.about : '',
    start: typeof value.start === 'string' ? value.start : null,
    vars,
    varsWhole: !partial || asMap(value.vars) !== undefined,
    nodes,
    moved: textsOf(asMap(value.moved)),
  };
}

/** Stands in for a dialog that could not be read: it exists, and that is all we know. */
export function opaqueDialog(id: string, source: Source): DialogMaterial {
  return {
    id,
    source,
    opaque: true,
    about: '',
    start: null,
    vars: new Map(),
    varsWhole: false,
    nodes: new Map(),
    moved: {},
  };
}

function asMap(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function textsOf(map: Record<string, unknown> | undefined): Record<string, string> {
  const entries = Object.entries(map ?? {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}
