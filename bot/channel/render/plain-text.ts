import { never } from '../../domain/fault.ts';
import type { Language } from '../../domain/locale.ts';
import type { Ask } from '../../domain/reply.ts';
import type {
  ContactView,
  LineView,
  OptionView,
  PartView,
  PlanView,
  ReplyView,
  ResourceView,
} from '../../domain/view.ts';
import { channelWord } from '../words.ts';

/**
 * A reply as plain text, complete enough to be used alone: by a screen reader, a text-only channel, or a client that
 * shows neither cards nor buttons. Numbers and addresses are written out.
 */
export function plainText(view: ReplyView, language: Language): string {
  const pieces = view.parts.map((part) => partText(part, language));
  if (view.ask !== undefined) pieces.push(askText(view.ask, language));
  const text = pieces.filter((piece) => piece !== '').join('\n\n');
  return spokenBy(view, text);
}

/** Who speaks must be plain also where only the text is shown. */
export function spokenBy(view: ReplyView, text: string): string {
  return view.by === undefined ? text : `${view.by}: ${text}`;
}

/** One part of a reply as text; empty when it says nothing. */
export function partText(part: PartView, language: Language): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'options':
      return lines(
        part.items.map((option) => `• ${option.title}. ${option.short}${reasons(option.because)}`),
      );
    case 'option':
      return optionText(part.item, language);
    case 'reasons':
      return lines(part.items.map((item) => `• ${item.title}${reasons(item.because)}`));
    case 'resources':
      return part.items.map((item) => resourceText(item, language)).join('\n\n');
    case 'lines':
      return lines(part.items.map(lineText));
    case 'plan':
      return planText(part.plan, language);
    case 'summary':
      return lines(part.lines.map((line) => `• ${line.label}: ${line.text}`));
    default:
      return never(part);
  }
}

function optionText(option: OptionView, language: Language): string {
  const sections = option.sections.map((section) =>
    lines([`${section.heading}:`, ...section.points.map((point) => `• ${point.text}`)]),
  );
  const draft = option.draft ? [channelWord('draft', language)] : [];
  return [`${option.title}. ${option.short}`, ...draft, ...sections].join('\n\n');
}

function resourceText(resource: ResourceView, language: Language): string {
  const hours = resource.hours === undefined ? [] : [`${channelWord('hours', language)}: ${resource.hours}`];
  return lines([
    `${resource.name}${resource.nameMeans === undefined ? '' : `, ${resource.nameMeans}`} (${resource.organisation})${reasons(resource.because)}`,
    resource.whatToExpect,
    `${channelWord('cost', language)}: ${resource.cost}`,
    ...hours,
    ...resource.contacts.map(contactText),
    ...resource.cautions,
  ]);
}

function lineText(line: LineView): string {
  const contacts = line.contacts.map(contactText).join('; ');
  const deaf = line.deaf === undefined ? '' : `. ${line.deaf}`;
  return `• ${line.name}: ${contacts}. ${line.opens ?? line.hours}${deaf}`;
}

/** A phone number stands in the label; an address on the web does not. */
function contactText(contact: ContactView): string {
  return contact.kind === 'web' || contact.kind === 'chat'
    ? `${contact.label}: ${contact.href}`
    : contact.label;
}

function planText(plan: PlanView, language: Language): string {
  const questions = plan.questions.map((question) => `• ${question.text}`);
  return lines([
    `${channelWord('plan', language)}:`,
    ...plan.options.map((option) => `• ${option.title}`),
    ...plan.resources.map(
      (resource) => `• ${[resource.name, ...resource.contacts.map(contactText)].join('; ')}`,
    ),
    ...(questions.length === 0 ? [] : [`${channelWord('questions', language)}:`, ...questions]),
  ]);
}

/** What the plan holds now, by name: said where a client has no place of its own that shows it. */
export function planNow(plan: PlanView, language: Language): string {
  const kept = [
    ...plan.options.map((option) => option.title),
    ...plan.resources.map((resource) => resource.name),
    ...plan.questions.map((question) => question.text),
  ];
  if (kept.length === 0) return channelWord('planEmpty', language);
  return lines([`${channelWord('planNow', language)}:`, ...kept.map((name) => `• ${name}`)]);
}

function askText(ask: Ask, language: Language): string {
  if (ask.choices.length === 0) return ask.text;
  const choices = ask.choices.map((choice) => `• ${choice.label}`);
  return lines([ask.text, `${channelWord('youCanAnswer', language)}:`, ...choices]);
}

function reasons(because: readonly string[]): string {
  return because.length === 0 ? '' : ` (${because.join(' ')})`;
}

function lines(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '').join('\n');
}
