import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext } from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Fluent UI marks the edges of what the focus moves in with empty elements, which pass the focus on at once. They are
 * hidden from screen readers and nobody stays on them, but axe cannot know that. The console's tests leave them out; the
 * chat page has no Fluent, and is looked at whole.
 */
export const FOCUS_MARKS: readonly string[] = ['i[data-tabster-dummy]'];

/** Rules of WCAG 2.2 A and AA and good practice that the page breaks, each with the place. `exclude`: what is not looked at. */
export async function violations(page: Page, exclude: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(
    (left) =>
      (window as unknown as { axe: { run(context: ElementContext): Promise<AxeResults> } }).axe.run({
        include: [['html']],
        exclude: left.map((selector) => [selector]),
      }),
    exclude,
  );
  // So few rules would mean that it looked at nothing.
  expect(results.passes.length).to.be.greaterThan(12);
  return results.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}`),
  );
}
