import type { Language } from '../../domain/locale.ts';
import type { Ask } from '../../domain/reply.ts';
import type { PageInput } from '../../domain/view.ts';
import { channelWord } from '../words.ts';
import { attach, card, submit, type CardAction, type CardAttachment } from './card.ts';

/** A button under the conversation. `value` comes back when it is pressed, `text` for clients that drop it. */
export interface SuggestedAction {
  type: 'messageBack';
  title: string;
  text: string;
  displayText: string;
  value: { navigator: PageInput };
}

/** What can be pressed in answer to a question: its choices, then the ways around it, and always urgent help and a person. */
export function askButtons(ask: Ask | undefined, language: Language): SuggestedAction[] {
  return buttons(ask, language).map(({ title, navigator }) => ({
    type: 'messageBack',
    title,
    text: title,
    displayText: title,
    value: { navigator },
  }));
}

/** The same as a card, for channels that show few suggested actions or none beside a card. */
export function askButtonCard(ask: Ask | undefined, language: Language): CardAttachment {
  return attach(
    card(
      [],
      buttons(ask, language).map(({ title, navigator }): CardAction => submit(title, navigator)),
    ),
  );
}

/** Several answers at once: boxes to tick and one button. The ticked ids come back beside `navigator`. */
export function manyChoicesCard(ask: Ask, language: Language): CardAttachment {
  return attach(
    card(
      [
        {
          type: 'Input.ChoiceSet',
          id: 'choices',
          isMultiSelect: true,
          style: 'expanded',
          wrap: true,
          label: ask.text,
          choices: ask.choices.map((choice) => ({ title: choice.label, value: choice.id })),
        },
      ],
      [
        {
          type: 'Action.Submit',
          title: channelWord('send', language),
          data: { navigator: { choose: { ask: ask.id, choices: [] } } },
        },
      ],
    ),
  );
}

function buttons(ask: Ask | undefined, language: Language): { title: string; navigator: PageInput }[] {
  const around: { title: string; navigator: PageInput }[] = [];
  if (ask?.skippable === true)
    around.push({ title: channelWord('skip', language), navigator: { skip: ask.id } });
  if (ask?.back === true)
    around.push({ title: channelWord('back', language), navigator: { interrupt: 'back' } });
  if (ask?.why === true)
    around.push({ title: channelWord('why', language), navigator: { interrupt: 'why' } });
  const choices =
    ask === undefined || ask.kind === 'many'
      ? []
      : ask.choices.map((choice) => ({
          title: choice.label,
          navigator: { choose: { ask: ask.id, choices: [choice.id] } },
        }));
  around.push({ title: channelWord('person', language), navigator: { interrupt: 'person' } });
  around.push({ title: channelWord('urgent', language), navigator: { interrupt: 'urgent' } });
  // A dialog may offer one of these itself, with words of its own after it.
  const offered = new Set(choices.map((choice) => choice.title));
  return [...choices, ...around.filter((way) => !offered.has(way.title))];
}
