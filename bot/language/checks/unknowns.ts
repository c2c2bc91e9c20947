import type { Build } from '../build.ts';
import type { Program } from '../program.ts';
import { isWhole } from '../whole.ts';

/** Warns of variables that are looked at and never set: whatever depends on them never happens. */
export function checkUnknowns(program: Program, { material, report, uses }: Build): void {
  if (!isWhole(material)) return;
  for (const [name, at] of uses.read) {
    const variable = program.variables.get(name);
    if (!variable || variable.builtIn || uses.set.has(name)) continue;
    report.add('DLG214', at, `Nothing asks for \`${name}\` or sets it.`);
  }
}
