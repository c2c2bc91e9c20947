/**
 * A report of `nav eval` as a table: its figures first, then one line for each label, then each language, then the ids
 * of what was wrong. Takes any report of that shape, so that the table never says less than the JSON.
 */
export function tableOf(report: object): string {
  const lines: string[] = [];
  section(report, 'all', lines);
  for (const [language, figures] of entries(valueOf(report, 'languages'))) {
    if (isMap(figures)) section(figures, language, lines);
  }
  return `${lines.join('\n')}\n`;
}

function section(figures: object, title: string, lines: string[]): void {
  lines.push(title);
  for (const [name, value] of entries(figures)) {
    if (name.endsWith('_ci') || ['labels', 'languages', 'errors'].includes(name)) continue;
    if (isMap(value)) lines.push(`  ${name.padEnd(24)} ${cells(value)}`);
    else lines.push(`  ${name.padEnd(24)} ${cell(value, name)}${range(valueOf(figures, `${name}_ci`))}`);
  }
  for (const [label, value] of entries(valueOf(figures, 'labels'))) {
    if (isMap(value)) lines.push(`    ${label.padEnd(26)} ${cells(value)}`);
  }
  const errors = valueOf(figures, 'errors');
  if (title === 'all' && Array.isArray(errors))
    lines.push(`  errors (${errors.length}): ${errors.join(' ')}`);
  lines.push('');
}

function cells(figures: object): string {
  return entries(figures)
    .filter(([name]) => !name.endsWith('_ci'))
    .map(([name, value]) => `${name} ${cell(value, name)}${range(valueOf(figures, `${name}_ci`))}`)
    .join('  ');
}

function cell(value: unknown, name: string): string {
  if (typeof value !== 'number') return value === null ? 'none' : JSON.stringify(value);
  return name === 'n' ? String(value).padStart(4) : value.toFixed(3);
}

function range(value: unknown): string {
  if (!Array.isArray(value)) return '';
  return ` (${value.map((one) => (typeof one === 'number' ? one.toFixed(2) : '')).join('-')})`;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function entries(value: unknown): [string, unknown][] {
  return isMap(value) ? Object.entries(value) : [];
}
function valueOf(value: unknown, name: string): unknown {
  return isMap(value) ? (value as Record<string, unknown>)[name] : undefined;
}
