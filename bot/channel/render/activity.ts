import type { Activity } from 'botbuilder';
import type { Conversation } from '../../domain/conversation.ts';
import type { Language } from '../../domain/locale.ts';
import type { Entry } from '../../domain/record.ts';
import type { Ask } from '../../domain/reply.ts';
import type { ReplyView } from '../../domain/view.ts';
import { askButtonCard, askButtons, manyChoicesCard } from './ask-buttons.ts';
import { besideCards } from './beside-cards.ts';
import type { CardAttachment } from './card.ts';
import { partCards } from './part-cards.ts';
import { plainText, planNow } from './plain-text.ts';

/**
 * Which conventions a client follows. `web`: any Direct Line client; it also gets the structured reply of our own page.
 * `webchat`: the official Web Chat, which draws cards and buttons, so its text does not repeat them. `page`: our page,
 * which needs no words, cards and buttons beside the structured reply, and may be on a phone. `teams`: few suggested actions,
 * none beside a card, no events. `other`: any Bot Framework channel.
 */
export type Flavour = WebFlavour | 'teams' | 'other';
export type WebFlavour = 'web' | 'webchat' | 'page';

/** Web Chat orders what it shows by this number rather than by clocks. */
export const SEQUENCE = 'webchat:sequence-id';

/** Teams refuses a message of more than about 100 kB: beyond this, cards go and the text stays. */
const TEAMS_BYTES = 80_000;

/** A message before anything is attached to it. */
type Message = Partial<Activity> & { text: string };

/** The flavour of a Bot Framework channel by its id. */
export function flavourOf(channelId: string): Flavour {
  if (channelId === 'directline') return 'web';
  if (channelId === 'webchat') return 'webchat';
  return channelId === 'msteams' ? 'teams' : 'other';
}

/**
 * One bot entry as one activity: a message, or for our page an event named `navigator` when nothing is said and only the
 * plan has changed. Elsewhere that is said in words, with the buttons of the question that is still open (`open`): a
 * pressed card hides them. Returns undefined when a channel has no use for it.
 */
export function renderReply(
  entry: Extract<Entry, { from: 'bot' }>,
  view: ReplyView,
  conversation: Pick<Conversation, 'language'>,
  flavour: Flavour,
  open: () => Ask | undefined = () => undefined,
): Partial<Activity> | undefined {
  const channelData = { [SEQUENCE]: entry.seq, navigator: view };
  const locale = conversation.language;
  const silent = view.parts.length === 0 && view.ask === undefined;
  if (silent && (view.plan === undefined || flavour === 'page')) {
    if (flavour === 'teams' || flavour === 'other') return undefined;
    return { type: 'event', name: 'navigator', locale, value: view, channelData };
  }
  // Our page draws the structured reply. The same in words would be a sixth of what goes to a phone.
  if (flavour === 'page') return { type: 'message', locale, channelData };
  const ask = silent ? open() : view.ask;
  const text = silent && view.plan !== undefined ? planNow(view.plan, locale) : plainText(view, locale);
  const message: Message = {
    type: 'message',
    locale,
    text,
    textFormat: 'plain',
    inputHint: ask === undefined ? 'acceptingInput' : 'expectingInput',
  };
  if (flavour === 'teams') return forTeams(message, view, ask, locale);
  if (flavour === 'webchat') {
    const drawn = silent ? { text, attachments: [] } : besideCards(view, locale);
    return { ...withButtons({ ...message, text: drawn.text }, drawn.attachments, ask, locale), channelData };
  }
  const attachments = view.parts.flatMap((part) => partCards(part, locale));
  if (view.ask?.kind === 'many') attachments.push(manyChoicesCard(view.ask, locale));
  const whole = withButtons(message, attachments, ask, locale);
  return flavour === 'web' ? { ...whole, channelData } : whole;
}

function withButtons(
  message: Message,
  attachments: readonly CardAttachment[],
  ask: Ask | undefined,
  locale: Language,
): Partial<Activity> {
  return {
    ...message,
    ...(attachments.length === 0 ? {} : { attachments: [...attachments], attachmentLayout: 'list' }),
    suggestedActions: { to: [], actions: askButtons(ask, locale) },
  };
}

/** Teams draws cards as Web Chat does, but has its buttons in a card; when all that is too large, the text has it all. */
function forTeams(
  message: Message,
  view: ReplyView,
  ask: Ask | undefined,
  locale: Language,
): Partial<Activity> {
  const buttons = askButtonCard(ask, locale);
  const drawn = besideCards(view, locale);
  const attachments = [...drawn.attachments, buttons];
  const size = Buffer.byteLength(JSON.stringify(attachments), 'utf16le');
  if (size > TEAMS_BYTES) return { ...message, attachments: [buttons] };
  return { ...message, text: drawn.text === '' ? message.text : drawn.text, attachments };
}
