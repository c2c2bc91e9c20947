import { never } from '../domain/fault.ts';
import type { LinePurpose } from '../domain/reply.ts';
import type { Node, Show } from '../language/program.ts';
import type { Draft } from './draft.ts';
import { valueInWords, word } from './speak.ts';

/** Says what a node says, and puts up what it shows. */
export function utter(draft: Draft, node: Node): void {
  for (const text of node.say) draft.say(draft.text(text), node.tone);
  for (const show of node.show) present(draft, show);
}

function present(draft: Draft, show: Show): void {
  const { parts } = draft;
  switch (show.kind) {
    case 'options': {
      const items = optionsIn(draft, show.variable);
      if (items.length > 0) parts.push({ kind: 'options', items });
      return;
    }
    case 'option':
      parts.push({ kind: 'option', option: show.option });
      return;
    case 'option-in': {
      const option = draft.value(show.variable);
      if (typeof option === 'string' && draft.program.options.has(option))
        parts.push({ kind: 'option', option });
      return;
    }
    case 'resources': {
      const value = draft.value(show.variable);
      if (typeof value === 'object' && 'resources' in value && value.resources.length > 0) {
        parts.push({
          kind: 'resources',
          items: value.resources,
          asOf: new Date(draft.world.now).toISOString(),
        });
      }
      return;
    }
    case 'reasons':
      presentReasons(draft, show.variable);
      return;
    case 'lines':
      return showLines(draft, show.purpose);
    case 'plan':
      draft.planTouched = true;
      parts.push({ kind: 'plan' });
      return;
    case 'summary':
      parts.push({ kind: 'summary', lines: summaryLines(draft, show.variables) });
      return;
    default:
      never(show);
  }
}

/** Puts up the lines for a purpose. A line is shown once in a message, however many lists it is in. */
export function showLines(draft: Draft, purpose: LinePurpose): void {
  const { parts, world, conversation } = draft;
  const shown = new Set(
    parts.flatMap((part) => (part.kind === 'lines' ? part.items.map((item) => item.line) : [])),
  );
  const items = world.directory
    .lines(purpose, conversation.country, world.now)
    .filter((item) => !shown.has(item.line));
  if (items.length > 0) parts.push({ kind: 'lines', purpose, items });
}

function presentReasons(draft: Draft, variable: string): void {
  const value = draft.value(variable);
  if (typeof value === 'object' && 'options' in value) {
    draft.parts.push({
      kind: 'reasons',
      items: value.options.map(({ option, because }) => ({ option, because })),
    });
  } else if (typeof value === 'object' && 'resources' in value) {
    draft.parts.push({
      kind: 'reasons',
      items: value.resources.map(({ resource, because }) => ({ resource, because })),
    });
  }
}

/** One line for each variable that has an answer, as the person would read it. */
export function summaryLines(
  draft: Draft,
  variables: readonly string[],
): { id: string; label: string; text: string }[] {
  const { language } = draft.conversation;
  return variables.flatMap((variable) => {
    const value = draft.value(variable);
    if (value === undefined) return [];
    const id = `share-${variable.slice(variable.indexOf('.') + 1).replaceAll('_', '-')}`;
    return [
      {
        id: variable,
        label: word(draft.program, id, language),
        text: valueInWords(draft.program, variable, value, language),
      },
    ];
  });
}

function optionsIn(draft: Draft, variable: string) {
  const value = draft.value(variable);
  return typeof value === 'object' && 'options' in value ? value.options : [];
}
