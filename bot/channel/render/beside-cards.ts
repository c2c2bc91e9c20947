import type { Language } from '../../domain/locale.ts';
import type { ReplyView } from '../../domain/view.ts';
import { manyChoicesCard } from './ask-buttons.ts';
import { attach, card, paragraph, type CardAttachment, type CardElement } from './card.ts';
import { partCards } from './part-cards.ts';
import { partText, spokenBy } from './plain-text.ts';

/** A reply for a client that draws cards. */
export interface CardReply {
  text: string;
  attachments: CardAttachment[];
}

/**
 * Where cards are drawn, nothing is said twice: the text is what comes before the first card, and from there on
 * everything is a card, in the order in which it is said. The question comes last, right above its buttons.
 */
export function besideCards(view: ReplyView, language: Language): CardReply {
  const before: string[] = [];
  const attachments: CardAttachment[] = [];
  let since: CardElement[] = [];
  const closeTexts = () => {
    if (since.length > 0) attachments.push(attach(card(since)));
    since = [];
  };
  for (const part of view.parts) {
    const cards = partCards(part, language);
    if (cards.length > 0) {
      closeTexts();
      attachments.push(...cards);
      continue;
    }
    const text = linesOf(partText(part, language));
    if (attachments.length === 0) before.push(...text);
    else since.push(...text.map((line) => paragraph(line)));
  }
  const { ask } = view;
  // The card of several answers bears the question as the name of its boxes.
  if (ask !== undefined && ask.kind !== 'many') {
    if (attachments.length === 0) before.push(ask.text);
    else since.push(paragraph(ask.text, { weight: 'Bolder' }));
  }
  closeTexts();
  if (ask?.kind === 'many') attachments.push(manyChoicesCard(ask, language));
  return { text: spokenBy(view, before.join('\n')), attachments };
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}
