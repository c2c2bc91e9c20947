import type { Material } from './material.ts';
import { BUILT_INS, type Variable } from './program.ts';
import type { Report } from './report.ts';
import type { VariableType } from './schema/dialog.ts';
import type { Known } from './scope.ts';
import { keyOf, into, spot, type Spot } from './spot.ts';

/** Words of the condition language. */
const RESERVED = ['any', 'all', 'not'];

/** Every variable there is, by full name: built in, shared, and each dialog's own. */
export function compileVariables(
  material: Material,
  report: Report,
): { known: Map<string, Known>; variables: Map<string, Variable> } {
  const known = new Map<string, Known>();
  const variables = new Map<string, Variable>();
  const declare = (name: string, type: VariableType | null, dialog: string | null, builtIn: boolean) => {
    const sensitive = type !== null && 'sensitive' in type && type.sensitive === true;
    known.set(name, { name, type, builtIn, sensitive });
    if (type) variables.set(name, { name, type, sensitive, dialog, builtIn });
  };
  for (const [name, type] of Object.entries(BUILT_INS)) declare(name, type, null, true);
  for (const [name, type] of material.variables) {
    const at = material.variablesAt && into(material.variablesAt, name);
    if (at) checkName(name, at, report);
    if (!known.has(name)) declare(name, type, null, false);
  }
  for (const dialog of material.dialogs.values()) {
    for (const [name, type] of dialog.vars) {
      const at = spot(dialog.source, ['vars', name]);
      checkName(name, at, report);
      if (material.variables.has(name)) {
        report.add(
          'DLG213',
          keyOf(at),
          `\`${name}\` is a shared variable already, and the two would be mixed up.`,
          {
            remedy: 'Remove it here to use the shared one, or give it another name.',
          },
        );
      }
      declare(`${dialog.id}.${name}`, type, dialog.id, false);
    }
  }
  return { known, variables };
}

function checkName(name: string, at: Spot, report: Report): void {
  if (Object.hasOwn(BUILT_INS, name)) {
    report.add('DLG213', keyOf(at), `\`${name}\` is known to the engine already.`);
  } else if (RESERVED.includes(name)) {
    report.add('DLG213', keyOf(at), `\`${name}\` is a word of the conditions.`);
  }
}
