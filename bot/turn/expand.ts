import type { Conversation } from '../domain/conversation.ts';
import type { Country, Language } from '../domain/locale.ts';
import { never } from '../domain/fault.ts';
import type { LineNow, Part, Plan, Reply } from '../domain/reply.ts';
import type {
  LineView,
  OptionView,
  PartView,
  PlanView,
  ReplyView,
  ResourceView,
  SourceView,
} from '../domain/view.ts';
import type { Option, Program } from '../language/program.ts';
import { speak, titleOf, word } from '../engine/speak.ts';

/** For whom and when content is filled in. `now` in ms since 1970. */
export interface Viewer {
  language: Language;
  country: Country;
  now: number;
  timeZone?: string;
}

/** The directory's side of filling in: a service or a line by id, as a card. Undefined when it is gone. */
export interface DirectoryViews {
  resource(id: string, because: readonly string[], viewer: Viewer): ResourceView | undefined;
  line(line: LineNow, viewer: Viewer): LineView | undefined;
}

/**
 * Fills a stored reply in with today's content: titles, sections, phone numbers. A card whose content is gone is left
 * out. Done when a reply is sent or replayed, so that a corrected sentence is corrected everywhere at once.
 */
export function expandReply(
  program: Program,
  directory: DirectoryViews,
  reply: Reply,
  conversation: Conversation,
  now: number,
): ReplyView {
  const viewer: Viewer = {
    language: conversation.language,
    country: conversation.country,
    now,
    ...(conversation.timeZone ? { timeZone: conversation.timeZone } : {}),
  };
  return {
    v: 1,
    parts: reply.parts.flatMap(
      (part) => expandPart(program, directory, part, conversation.plan, viewer) ?? [],
    ),
    ...(reply.by === undefined ? {} : { by: reply.by }),
    ...(reply.ask ? { ask: reply.ask } : {}),
    ...(reply.plan ? { plan: expandPlan(program, directory, reply.plan, viewer) } : {}),
    mode: conversation.mode,
    crisisBar: conversation.crisisBar,
  };
}

function expandPart(
  program: Program,
  directory: DirectoryViews,
  part: Part,
  plan: Plan,
  viewer: Viewer,
): PartView | undefined {
  switch (part.kind) {
    case 'text':
    case 'summary':
      return part;
    case 'options': {
      const cards = part.items.flatMap(
        (pick) => optionView(program, pick.option, pick.because, viewer) ?? [],
      );
      return { kind: 'options', items: cards.length > MOST_WHOLE ? cards.map(folded) : cards };
    }
    case 'option': {
      const item = optionView(program, part.option, [], viewer);
      return item && { kind: 'option', item };
    }
    case 'reasons':
      return {
        kind: 'reasons',
        items: part.items.flatMap((item) => {
          const title =
            'option' in item
              ? titleOf(program, item.option, viewer.language)
              : directory.resource(item.resource, [], viewer)?.name;
          return title === undefined ? [] : [{ title, because: item.because }];
        }),
      };
    case 'resources':
      return {
        kind: 'resources',
        items: part.items.flatMap((pick) => directory.resource(pick.resource, pick.because, viewer) ?? []),
        asOf: part.asOf,
      };
    case 'lines':
      return {
        kind: 'lines',
        purpose: part.purpose,
        items: part.items.flatMap((line) => directory.line(line, viewer) ?? []),
      };
    case 'plan':
      return { kind: 'plan', plan: expandPlan(program, directory, plan, viewer) };
    default:
      return never(part);
  }
}

/**
 * More cards than this are sent without their sections, which the person opens one by one: a list of every kind of
 * support would be 150 kB on a slow line.
 */
const MOST_WHOLE = 6;

function folded(card: OptionView): OptionView {
  return { ...card, sections: [], sources: [] };
}

/** What of an option is worth having on paper: what it is, how to start, what to ask. */
const SECTIONS_IN_PLAN = ['what_it_is', 'how_to_start', 'questions_to_ask'];

function forPlan(card: OptionView): OptionView {
  const sections = card.sections.filter((section) => SECTIONS_IN_PLAN.includes(section.id));
  const used = new Set(sections.flatMap((section) => section.points.flatMap((point) => point.sources)));
  return { ...card, sections, sources: card.sources.filter((source) => used.has(source.id)) };
}

/** The plan with its cards filled in. */
export function expandPlan(
  program: Program,
  directory: DirectoryViews,
  plan: Plan,
  viewer: Viewer,
): PlanView {
  return {
    options: plan.options.flatMap((id) => {
      const card = optionView(program, id, [], viewer);
      return card ? [forPlan(card)] : [];
    }),
    resources: plan.resources.flatMap((id) => directory.resource(id, [], viewer) ?? []),
    questions: plan.questions,
    ...(plan.told === undefined ? {} : { told: plan.told }),
  };
}

/** A kind of support as a card. Everything but the reasons is the same for all people, and is made once. */
export function optionView(
  program: Program,
  id: string,
  because: readonly string[],
  { language, country }: Pick<Viewer, 'language' | 'country'>,
): OptionView | undefined {
  const option = program.options.get(id);
  if (option === undefined) return undefined;
  let cards = cardIndex.get(program);
  if (cards === undefined) cardIndex.set(program, (cards = new Map()));
  const key = `${language} ${country} ${id}`;
  let card = cards.get(key);
  if (card === undefined) cards.set(key, (card = makeCard(program, option, language, country)));
  return { ...card, because: [...because] };
}

type Card = Omit<OptionView, 'because'>;
const cardIndex = new WeakMap<Program, Map<string, Card>>();

function makeCard(program: Program, option: Option, language: Language, country: Country): Card {
  const say = (text: Parameters<typeof speak>[0]) => speak(text, language, () => undefined);
  const sections = option.sections
    .map(({ id, points }) => ({
      id,
      points: points.filter((point) => point.onlyIn?.includes(country) ?? true),
    }))
    .filter(({ points }) => points.length > 0);
  const used = new Set(sections.flatMap((section) => section.points.flatMap((point) => point.sources)));
  return {
    id: option.id,
    title: say(option.title),
    short: say(option.short),
    sections: sections.map((section) => ({
      id: section.id,
      heading: word(program, `heading-${section.id}`, language),
      points: section.points.map((point) => ({ text: say(point.text), sources: [...point.sources] })),
    })),
    sources: [...used].flatMap((id) => sourceView(program, id) ?? []),
    draft: option.review.clinician === null || option.review.lived_experience === null,
  };
}

function sourceView(program: Program, id: string): SourceView | undefined {
  const source = program.sources.get(id);
  if (source === undefined) return undefined;
  return { id, label: source.label, ...(source.url ? { url: source.url } : {}) };
}
