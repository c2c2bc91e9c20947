import type { Build } from './build.ts';
import type { DialogMaterial } from './material.ts';
import type { Text } from './program.ts';
import type { Scope } from './scope.ts';
import type { Spot } from './spot.ts';
import { type TypeName, typeName } from './types.ts';

/** Everything the parts of one node need to know about where they are. */
export interface NodeBuild extends Build {
  dialog: DialogMaterial;
  /** `dialog.node`, the beginning of the keys of its texts. */
  key: string;
  names: Scope;
}

/** A text of a node, under the key `dialog.node.field`. */
export function compileText(build: NodeBuild, field: string, text: string, at: Spot): Text {
  return build.texts.make(`${build.key}.${field}`, text, at, build.names, build.dialog.id);
}

/** The full name of a variable that must have one of these types; problems are told at `at`. */
export function typed(
  name: string,
  types: readonly TypeName[],
  at: Spot,
  build: NodeBuild,
  access: 'read' | 'write' = 'read',
): string {
  const variable = build.names[access](name, at);
  if (variable?.type && !types.includes(typeName(variable.type))) {
    build.report.add(
      'DLG209',
      at,
      `\`${name}\` is ${typeName(variable.type)}, and here it must be ${types.join(' or ')}.`,
    );
  }
  return variable?.name ?? name;
}
