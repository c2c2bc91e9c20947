import type { Activity } from 'botbuilder';
import type { Conversation } from '../../domain/conversation.ts';
import type { Entry } from '../../domain/record.ts';
import type { ReplyView } from '../../domain/view.ts';
import { askButtonCard, askButtons, manyChoicesCard } from './ask-buttons.ts';
import { partCards } from './part-cards.ts';
import { plainText } from './plain-text.ts';

/**
 * Which conventions a client follows. `web`: Direct Line and Web Chat, which also carry the structured reply for our
 * own page. `page`: our page, which needs no cards and buttons beside that, and may be on a phone. `teams`: few
 * suggested actions, none beside a card, no events. `other`: any Bot Framework channel.
 */
export type Flavour = WebFlavour | 'teams' | 'other';
export type WebFlavour = 'web' | 'page';

/** Web Chat orders what it shows by this number rather than by clocks. */
export const SEQUENCE = 'webchat:sequence-id';

/** Teams refuses a message of more than about 100 kB: beyond this, cards go and the text stays. */
const TEAMS_BYTES = 80_000;

/** The flavour of a Bot Framework channel by its id. */
export function flavourOf(channelId: string): Flavour {
  if (channelId === 'directline' || channelId === 'webchat') return 'web';
  return channelId === 'msteams' ? 'teams' : 'other';
}

/**
 * One bot entry as one activity: a message, or an event named `navigator` when nothing is said and only the plan has
 * changed. Returns undefined when a channel has no use for it.
 */
export function renderReply(
  entry: Extract<Entry, { from: 'bot' }>,
  view: ReplyView,
  conversation: Pick<Conversation, 'language'>,
  flavour: Flavour,
): Partial<Activity> | undefined {
  const channelData = { [SEQUENCE]: entry.seq, navigator: view };
  const locale = conversation.language;
  if (view.parts.length === 0 && view.ask === undefined) {
    if (flavour !== 'web' && flavour !== 'page') return undefined;
    return { type: 'event', name: 'navigator', locale, value: view, channelData };
  }
  const message: Partial<Activity> = {
    type: 'message',
    locale,
    text: plainText(view, locale),
    textFormat: 'plain',
    inputHint: view.ask === undefined ? 'acceptingInput' : 'expectingInput',
  };
  if (flavour === 'page') return { ...message, channelData };
  const attachments = view.parts.flatMap((part) => partCards(part, locale));
  if (view.ask?.kind === 'many') attachments.push(manyChoicesCard(view.ask, locale));
  if (flavour === 'teams') {
    attachments.push(askButtonCard(view.ask, locale));
    const size = Buffer.byteLength(JSON.stringify(attachments), 'utf16le');
    message.attachments = size > TEAMS_BYTES ? [askButtonCard(view.ask, locale)] : attachments;
    return message;
  }
  if (attachments.length > 0) {
    message.attachments = attachments;
    message.attachmentLayout = 'list';
  }
  message.suggestedActions = { to: [], actions: askButtons(view.ask, locale) };
  return flavour === 'web' ? { ...message, channelData } : message;
}
