import type { Ask, Part, Reply } from '../../domain/reply.ts';
import type { TraceStep } from '../../engine/draft.ts';
import type { Step } from '../../engine/step.ts';
import type { BotLine } from './script-schema.ts';

/** Everything a person could read in a reply, as one text. */
export function wordsOf(reply: Reply | null): string {
  if (!reply) return '';
  const parts = reply.parts.flatMap((part) => {
    if (part.kind === 'text') return [part.text];
    if (part.kind === 'summary') return part.lines.map((line) => `${line.label}: ${line.text}`);
    if (part.kind === 'options' || part.kind === 'resources' || part.kind === 'reasons') {
      return part.items.flatMap((item) => item.because);
    }
    return [];
  });
  return [...parts, ...(reply.ask ? wordsOfAsk(reply.ask) : [])].join('\n');
}

function wordsOfAsk(ask: Ask): string[] {
  return [
    ask.text,
    ...ask.choices.flatMap((choice) => [choice.label, ...(choice.explain ? [choice.explain] : [])]),
  ];
}

/** Why a reply is not what the script says, one sentence a reason. Empty: it is. */
export function* unmet(
  line: BotLine,
  step: Step,
  trace: readonly TraceStep[],
): Generator<{ key: string; message: string }> {
  const { reply } = step;
  const said = fold(wordsOf(reply));
  const offered = reply?.ask?.choices.map((choice) => choice.id) ?? [];
  if (line.silent && reply !== null) yield { key: 'silent', message: 'The bot said something.' };
  if (line.node !== undefined && !wasAt(line.node, step, trace)) {
    yield { key: 'node', message: `The bot is not at \`${line.node}\`: ${wayOf(step, trace)}.` };
  }
  for (const text of list(line.says)) {
    if (!said.includes(fold(text))) yield { key: 'says', message: `The bot does not say “${text}”.` };
  }
  for (const text of list(line.says_not)) {
    if (said.includes(fold(text))) yield { key: 'says_not', message: `The bot says “${text}”.` };
  }
  if (line.choices && [...line.choices].sort().join() !== [...offered].sort().join()) {
    yield { key: 'choices', message: `Offered: ${offered.join(', ') || 'nothing'}.` };
  }
  for (const id of list(line.offers)) {
    if (!offered.includes(id))
      yield {
        key: 'offers',
        message: `\`${id}\` is not offered; offered: ${offered.join(', ') || 'nothing'}.`,
      };
  }
  for (const id of list(line.offers_not)) {
    if (offered.includes(id)) yield { key: 'offers_not', message: `\`${id}\` is offered.` };
  }
  const parts = reply?.parts ?? [];
  for (const wanted of list(line.shows)) {
    if (!isShown(wanted, parts))
      yield { key: 'shows', message: `Not shown: ${wanted}; shown: ${shownWords(parts)}.` };
  }
  for (const unwanted of list(line.shows_not)) {
    if (isShown(unwanted, parts)) yield { key: 'shows_not', message: `Shown: ${unwanted}.` };
  }
  if (line.first_option !== undefined && firstOption(parts) !== line.first_option) {
    yield { key: 'first_option', message: `The first option is \`${firstOption(parts) ?? 'none'}\`.` };
  }
  if (line.tone && !parts.some((part) => part.kind === 'text' && part.tone === line.tone)) {
    yield { key: 'tone', message: `Nothing is said in the tone \`${line.tone}\`.` };
  }
}

function isShown(wanted: string, parts: readonly Part[]): boolean {
  const [kind, detail] = wanted.split(' ');
  return parts.some((part) => {
    if (kind === 'option') {
      return part.kind === 'options'
        ? part.items.some((item) => item.option === detail)
        : part.kind === 'option' && part.option === detail;
    }
    if (kind === 'resource')
      return part.kind === 'resources' && part.items.some((item) => item.resource === detail);
    if (kind === 'lines') return part.kind === 'lines' && (detail === undefined || part.purpose === detail);
    return part.kind === kind;
  });
}

function firstOption(parts: readonly Part[]): string | undefined {
  const shown = parts.find((part) => part.kind === 'options');
  return shown?.kind === 'options' ? shown.items[0]?.option : undefined;
}

function wasAt(wanted: string, { conversation }: Step, trace: readonly TraceStep[]): boolean {
  const open = conversation.frames.at(-1);
  return [...trace, ...(open ? [open] : [])].some(
    ({ dialog, node }) => wanted === node || wanted === `${dialog}.${node}`,
  );
}

function wayOf({ conversation }: Step, trace: readonly TraceStep[]): string {
  const way = trace.map(({ dialog, node }) => `${dialog}.${node}`);
  const open = conversation.frames.at(-1);
  return way.length > 0
    ? `it went ${way.join(' → ')}`
    : open
      ? `it waits at ${open.dialog}.${open.node}`
      : 'nothing is open';
}

function shownWords(parts: readonly Part[]): string {
  const words = parts.map((part) => {
    if (part.kind === 'lines') return `lines ${part.purpose}`;
    if (part.kind === 'options') return part.items.map((item) => `option ${item.option}`).join(', ');
    if (part.kind === 'resources') return part.items.map((item) => `resource ${item.resource}`).join(', ');
    return part.kind === 'option' ? `option ${part.option}` : part.kind;
  });
  return words.join(', ') || 'nothing';
}

function list(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim();
}
