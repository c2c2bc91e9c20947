import type { Place } from '../domain/place.ts';
import type { Ask as OpenAsk, AskKind } from '../domain/reply.ts';
import type { Ask, Choice, Node } from '../language/program.ts';
import type { VariableType } from '../language/schema/dialog.ts';
import { holds } from './condition.ts';
import type { Draft } from './draft.ts';
import { word } from './speak.ts';

/** The choices of a question that are offered now, in their order. */
export function offeredChoices(draft: Draft, ask: Ask): Choice[] {
  return ask.choices.filter((choice) => isOffered(draft, choice));
}

/** Whether there is a choice to make now. */
export function offersAny(draft: Draft, ask: Ask): boolean {
  return ask.choices.some((choice) => isOffered(draft, choice));
}

function isOffered(draft: Draft, { when }: Choice): boolean {
  return when === undefined || holds(when, draft.value);
}

/** Puts the question of a node: it becomes the open question, with an id of its own. */
export function putQuestion(draft: Draft, node: Node, ask: Ask, places?: readonly Place[]): void {
  const frame = draft.top();
  if (frame) frame.waits = 'answer';
  draft.conversation.asked += 1;
  draft.ask = describe(draft, node, ask, places);
}

function describe(draft: Draft, node: Node, ask: Ask, places: readonly Place[] | undefined): OpenAsk {
  const open: OpenAsk = {
    id: String(draft.conversation.asked),
    kind: kindOf(ask.type),
    text: draft.text(ask.text),
    choices: choicesOf(draft, ask, places),
    skippable: !ask.required,
    why: node.explain !== undefined,
    back: draft.conversation.crumbs.length > 0,
  };
  if ('number' in ask.type) open.limits = ask.type.number;
  if ('text' in ask.type) open.limits = { max: ask.type.text };
  return open;
}

function choicesOf(draft: Draft, ask: Ask, places: readonly Place[] | undefined): OpenAsk['choices'] {
  const { language } = draft.conversation;
  if (places) return places.map((place) => ({ id: place.state.toLowerCase(), label: place.label }));
  if ('yes_no' in ask.type && ask.choices.length === 0) {
    return [
      { id: 'yes', label: word(draft.program, 'yes', language) },
      { id: 'no', label: word(draft.program, 'no', language) },
    ];
  }
  return offeredChoices(draft, ask).map(({ id, label, explain, alone }) => {
    const choice: OpenAsk['choices'][number] = { id, label: draft.text(label) };
    if (explain) choice.explain = draft.text(explain);
    if (alone) choice.alone = true;
    return choice;
  });
}

function kindOf(type: VariableType): AskKind {
  if ('one_of' in type) return 'one';
  if ('many_of' in type) return 'many';
  if ('yes_no' in type) return 'yes_no';
  if ('number' in type) return 'number';
  if ('place' in type) return 'place';
  if ('date' in type) return 'date';
  return 'text';
}
