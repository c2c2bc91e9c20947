import { never } from '../../domain/fault.ts';
import type { Language } from '../../domain/locale.ts';
import type {
  ContactView,
  LineView,
  OptionView,
  PartView,
  PlanView,
  ResourceView,
  SourceView,
} from '../../domain/view.ts';
import { channelWord, type ChannelWord } from '../words.ts';
import {
  attach,
  card,
  fact,
  paragraph,
  points,
  submit,
  type CardAction,
  type CardAttachment,
  type CardElement,
} from './card.ts';

/** The cards of one part; none for what plain text says just as well. */
export function partCards(part: PartView, language: Language): CardAttachment[] {
  switch (part.kind) {
    case 'text':
    case 'reasons':
    case 'summary':
      return [];
    case 'options':
      return part.items.map((option) => optionCard(option, language, false));
    case 'option':
      return [optionCard(part.item, language, true)];
    case 'resources':
      return part.items.map((resource) => resourceCard(resource, language));
    case 'lines':
      return part.items.length === 0 ? [] : [linesCard(part.items)];
    case 'plan':
      return isEmpty(part.plan) ? [] : [planCard(part.plan, language)];
    default:
      return never(part);
  }
}

/** Title and one sentence. What it involves unfolds on request, or is all there when someone asked for it. */
function optionCard(option: OptionView, language: Language, unfolded: boolean): CardAttachment {
  const sections = option.sections.flatMap((section) => sectionOf(section, option, language));
  const unfold: CardAction = {
    type: 'Action.ShowCard',
    title: channelWord('involves', language),
    card: card(sections),
  };
  // In a long list the sections do not come with the card.
  const open = submit(channelWord('involves', language), { open: option.id });
  const keep = submit(channelWord('keep', language), { keep: { what: 'option', id: option.id, on: true } });
  return attach(
    card(
      [
        paragraph(option.title, { weight: 'Bolder', size: 'Medium' }),
        paragraph(option.short),
        ...because(option.because, language),
        ...(option.draft ? [paragraph(channelWord('draft', language), { isSubtle: true })] : []),
        ...(unfolded ? sections : []),
      ],
      unfolded ? [keep] : [sections.length === 0 ? open : unfold, keep],
    ),
  );
}

function sectionOf(
  section: OptionView['sections'][number],
  option: OptionView,
  language: Language,
): CardElement[] {
  return [
    paragraph(section.heading, { weight: 'Bolder' }),
    ...points(section.points.map((point) => point.text)),
    ...sourceLines(sourcesOf(section.points, option.sources), language),
  ];
}

function resourceCard(resource: ResourceView, language: Language): CardAttachment {
  const known = (name: ChannelWord, value: string | undefined) =>
    value === undefined || value === '' ? [] : [fact(channelWord(name, language), value)];
  const keep = submit(channelWord('keep', language), {
    keep: { what: 'resource', id: resource.id, on: true },
  });
  return attach(
    card(
      [
        paragraph(resource.name, { weight: 'Bolder', size: 'Medium' }),
        ...(resource.nameMeans === undefined
          ? []
          : [paragraph(resource.nameMeans, { isSubtle: true, spacing: 'None' })]),
        paragraph(resource.organisation, { isSubtle: true, spacing: 'None' }),
        paragraph(resource.whatToExpect),
        ...because(resource.because, language),
        ...known('who', resource.eligibility),
        ...known('cost', resource.cost),
        ...known('hours', resource.hours),
        ...known('where', resource.where),
        ...known('languages', resource.languages.join(', ')),
        ...known('checked', resource.checked),
        ...resource.cautions.map((caution) => paragraph(caution)),
        ...toTextTo(resource.contacts),
      ],
      [...toOpen(resource.contacts), keep],
    ),
  );
}

function linesCard(lines: readonly LineView[]): CardAttachment {
  return attach(
    card(
      lines.map((line) => ({
        type: 'Container',
        separator: true,
        items: [
          paragraph(line.name, { weight: 'Bolder' }),
          paragraph(line.about, { spacing: 'None' }),
          paragraph(line.opens ?? line.hours, { isSubtle: true, spacing: 'None' }),
          ...(line.deaf === undefined ? [] : [paragraph(line.deaf, { isSubtle: true, spacing: 'None' })]),
          ...contactElements(line.contacts),
        ],
      })),
    ),
  );
}

function planCard(plan: PlanView, language: Language): CardAttachment {
  const resources: CardElement[] = plan.resources.map((resource) => ({
    type: 'Container',
    separator: true,
    items: [paragraph(resource.name, { weight: 'Bolder' }), ...contactElements(resource.contacts)],
  }));
  const questions = plan.questions.map((question) => question.text);
  return attach(
    card([
      paragraph(channelWord('plan', language), { weight: 'Bolder', size: 'Medium' }),
      ...points(plan.options.map((option) => option.title)),
      ...resources,
      ...(questions.length === 0
        ? []
        : [paragraph(channelWord('questions', language), { weight: 'Bolder' })]),
      ...points(questions),
    ]),
  );
}

function isEmpty(plan: PlanView): boolean {
  return plan.options.length === 0 && plan.resources.length === 0 && plan.questions.length === 0;
}

function contactElements(contacts: readonly ContactView[]): CardElement[] {
  const actions = toOpen(contacts);
  return [...(actions.length === 0 ? [] : [{ type: 'ActionSet' as const, actions }]), ...toTextTo(contacts)];
}

function toOpen(contacts: readonly ContactView[]): CardAction[] {
  return contacts
    .filter((contact) => contact.kind !== 'text')
    .map((contact) => ({ type: 'Action.OpenUrl', title: contact.label, url: contact.href }));
}

/** The official clients open no `sms:` address and say nothing about it, so a number to text is written out instead. */
function toTextTo(contacts: readonly ContactView[]): CardElement[] {
  return contacts
    .filter((contact) => contact.kind === 'text')
    .map((contact) => paragraph(contact.label, { weight: 'Bolder', spacing: 'Small' }));
}

function because(reasons: readonly string[], language: Language): CardElement[] {
  if (reasons.length === 0) return [];
  return [
    paragraph(`${channelWord('because', language)}: ${reasons.join(' ')}`, {
      isSubtle: true,
      spacing: 'Small',
    }),
  ];
}

function sourcesOf(
  pointsOfSection: readonly { sources: readonly string[] }[],
  sources: readonly SourceView[],
): SourceView[] {
  const used = new Set(pointsOfSection.flatMap((point) => point.sources));
  return sources.filter((source) => used.has(source.id));
}

function sourceLines(sources: readonly SourceView[], language: Language): CardElement[] {
  if (sources.length === 0) return [];
  const labels = sources.map((source) => source.label).join('; ');
  return [paragraph(`${channelWord('sources', language)}: ${labels}`, { isSubtle: true })];
}
