import type { LineNow, Part, Reply } from '../domain/reply.ts';
import { titleOf } from '../engine/speak.ts';
import type { Program } from '../language/program.ts';
import type { Io } from './command.ts';

/** Prints a reply as it would be said, with ids where the page would show cards. */
export function tellReply(reply: Reply | null, program: Program, io: Pick<Io, 'out' | 'paint'>): void {
  const { paint } = io;
  if (!reply) {
    io.out(paint.dim('(nothing)\n'));
    return;
  }
  for (const part of reply.parts) for (const line of linesOf(part, program, io)) io.out(`${line}\n`);
  const { ask } = reply;
  if (!ask) return;
  io.out(`${paint.strong(ask.text)}${ask.kind === 'many' ? paint.dim(' (several, with commas)') : ''}\n`);
  for (const [index, choice] of ask.choices.entries()) {
    io.out(`  ${index + 1} ${choice.label}${choice.explain ? paint.dim(` ${choice.explain}`) : ''}\n`);
  }
}

function linesOf(part: Part, program: Program, { paint }: Pick<Io, 'paint'>): string[] {
  switch (part.kind) {
    case 'text':
      if (part.tone === 'safety') return [paint.error(part.text)];
      return [part.tone === 'notice' ? paint.dim(part.text) : part.text];
    case 'options':
      return part.items.map(
        (item) => `  [${titleOf(program, item.option, 'en')}] ${item.because.join('; ')}`,
      );
    case 'option':
      return [`  [${titleOf(program, part.option, 'en')}, in full]`];
    case 'resources':
      return part.items.map((item) => `  [${item.resource}] ${item.because.join(' ')}`);
    case 'reasons':
      return part.items.map((item) => {
        const title = 'option' in item ? titleOf(program, item.option, 'en') : item.resource;
        return `  ${title}: ${item.because.join('; ')}`;
      });
    case 'lines':
      return part.items.map((item) => `  [line ${item.line}${openWords(item)}]`);
    case 'plan':
      return ['  [the plan]'];
    case 'summary':
      return part.lines.map((line) => `  ${line.label}: ${line.text}`);
    default:
      return part satisfies never;
  }
}

function openWords({ open }: LineNow): string {
  if (open === null) return '';
  return open ? ', open' : ', closed';
}
