import type { PageInput } from '../../domain/view.ts';

/** The little of Adaptive Cards 1.5 that we use. No Action.Execute: Web Chat and plain Direct Line clients lack it. */
export type CardElement =
  | {
      type: 'TextBlock';
      text: string;
      wrap: true;
      weight?: 'Bolder';
      size?: 'Medium';
      isSubtle?: true;
      spacing?: 'None' | 'Small';
    }
  | { type: 'Container'; items: CardElement[]; separator?: true; spacing?: 'Medium' }
  | { type: 'ActionSet'; actions: CardAction[] }
  | {
      type: 'Input.ChoiceSet';
      id: string;
      isMultiSelect: true;
      style: 'expanded';
      wrap: true;
      label: string;
      choices: { title: string; value: string }[];
    };

export type CardAction =
  | { type: 'Action.OpenUrl'; title: string; url: string }
  | { type: 'Action.ShowCard'; title: string; card: Card }
  | {
      type: 'Action.Submit';
      title: string;
      data: { navigator: PageInput; msteams?: { type: 'messageBack'; displayText: string; text: string } };
    };

export interface Card {
  type: 'AdaptiveCard';
  $schema?: string;
  version: '1.5';
  body: CardElement[];
  actions?: CardAction[];
}

/** An attachment as it stands in an activity. */
export interface CardAttachment {
  contentType: 'application/vnd.microsoft.card.adaptive';
  content: Card;
}

/** Clients draw no more than this many actions in one bar; the default of the official renderer. */
const MOST_IN_A_BAR = 5;

/** A card. `actions` is left out when there are none, as some clients draw an empty bar; many of them get more bars. */
export function card(body: CardElement[], actions: CardAction[] = []): Card {
  const bare: Card = { type: 'AdaptiveCard', version: '1.5', body };
  if (actions.length === 0) return bare;
  if (actions.length <= MOST_IN_A_BAR) return { ...bare, actions };
  const bars: CardElement[] = [];
  for (let at = 0; at < actions.length; at += MOST_IN_A_BAR) {
    bars.push({ type: 'ActionSet', actions: actions.slice(at, at + MOST_IN_A_BAR) });
  }
  return { ...bare, body: [...body, ...bars] };
}

/** Attaches a card. */
export function attach(content: Card): CardAttachment {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: { $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', ...content },
  };
}

/** A paragraph. Cards read Markdown in text: its marks are shown as they are. */
export function paragraph(
  text: string,
  look: { weight?: 'Bolder'; size?: 'Medium'; isSubtle?: true; spacing?: 'None' | 'Small' } = {},
): CardElement {
  return { type: 'TextBlock', text: unmarked(text), wrap: true, ...look };
}

/** A name and what stands for it, in one paragraph: official clients squeeze the names of a FactSet to a letter a line. */
export function fact(name: string, value: string): CardElement {
  return {
    type: 'TextBlock',
    text: `**${unmarked(name)}:** ${unmarked(value)}`,
    wrap: true,
    spacing: 'Small',
  };
}

/** A list of points as one paragraph each, so that no client has to know lists. */
export function points(texts: readonly string[]): CardElement[] {
  return texts.map((text) => paragraph(`• ${text}`, { spacing: 'Small' }));
}

/** A button that sends structured input; in Teams it also shows the label as the person's own words. */
export function submit(title: string, navigator: PageInput): CardAction {
  return {
    type: 'Action.Submit',
    title,
    data: { navigator, msteams: { type: 'messageBack', displayText: title, text: title } },
  };
}

function unmarked(text: string): string {
  return text.replace(/[\\*_`[\]]/g, '\\$&');
}
