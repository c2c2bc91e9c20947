import { ATTEMPT_RESULTS } from '../../domain/case.ts';
import type { Build } from '../build.ts';
import type { Program } from '../program.ts';
import { keyOf, spot } from '../spot.ts';
import { type TypeName, typeName } from '../types.ts';

/** Ids of `dialogs/words.yaml` that the engine says whatever the dialogs are. A test compares this with the engine. */
export const ENGINE_WORDS: readonly string[] = [
  'yes',
  'no',
  'stale-button',
  'why-none',
  'cannot-go-back',
  'nothing-to-skip',
  'cannot-skip',
  'changed-while-away',
  'language-changed',
  'place-which-state',
  'place-unknown',
  'because-in-place',
  'because-national',
  'because-mbc-specific',
  'because-caregivers',
  'because-words',
  'because-format',
  'format-phone',
  'format-video',
  'format-in_person',
  'format-online',
  'format-reading',
];

/** What the engine says where a live chat is possible. */
export const CHAT_WORDS: readonly string[] = [
  'staff-joined',
  'staff-passed-on',
  'staff-back-in-line',
  'staff-lost',
  'staff-supervisor-joined',
  'staff-supervisor-left',
  'staff-quiet-check',
  'staff-closed-quiet',
  'staff-closed',
  'staff-back-to-bot',
  'staff-call-arranged',
  'staff-expired',
  ...ATTEMPT_RESULTS.map((result) => `staff-attempt-${result}`),
  'chat-left',
  'line-left',
  'bot-is-quiet',
  'kept-for-person',
  'numbers-beside-person',
];

/** What the engine says of a service's limits; it says ranges, insurances, groups and limits by name, too. */
export const FIT_WORDS: readonly string[] = [
  'because-fit-income-yes',
  'because-fit-income-near',
  'because-fit-income-no',
  'because-fit-insurance-yes',
  'because-fit-insurance-no',
  'because-fit-treatment-yes',
  'because-fit-treatment-no',
  'because-made-for-yes',
  'because-made-for-unknown',
  'because-made-for-no',
  'because-looks-at',
  'because-anyone',
];

/** Types whose answer is typed; when it cannot be read, the engine says how it is written. */
const TYPED: ReadonlySet<TypeName> = new Set(['text', 'number', 'place', 'date']);

/** Warns of sentences the engine would have to say and has no words for: it would say their ids. */
export function checkEngineWords(program: Program, { material, report }: Build): void {
  if (material.incomplete.has('words') || !material.wordsAt) return;
  const missing = [...neededWords(program)].filter((id) => !program.words.has(id));
  for (const id of missing) {
    report.add(
      'DLG307',
      keyOf(spot(material.wordsAt.source, ['words'])),
      `There are no words for \`${id}\`.`,
      {
        remedy: `Add \`${id}:\` to this file, with the sentence to say.`,
      },
    );
  }
}

function neededWords(program: Program): Set<string> {
  const needed = new Set(ENGINE_WORDS);
  if (program.interruptions.liveChat !== undefined) for (const id of CHAT_WORDS) needed.add(id);
  for (const intent of program.interruptions.wishes.keys()) needed.add(wishWord(intent));
  for (const option of program.options.values()) {
    for (const section of option.sections) needed.add(`heading-${section.id}`);
  }
  for (const dialog of program.dialogs.values()) {
    for (const { action, show } of dialog.nodes.values()) {
      if (action?.kind === 'ask' && !action.retry && TYPED.has(typeName(action.type))) {
        needed.add(`retry-${typeName(action.type)}`);
      }
      if (action?.kind === 'search' && action.fit) for (const id of FIT_WORDS) needed.add(id);
      if (action?.kind === 'handoff') for (const name of action.share) needed.add(shareWord(name));
      for (const one of show)
        if (one.kind === 'summary') for (const name of one.variables) needed.add(shareWord(name));
    }
  }
  return needed;
}

/** The label under which a wish is offered by “Did you mean …?”: `wish-want-human`. */
function wishWord(intent: string): string {
  return `wish-${intent.replaceAll('_', '-')}`;
}

/** The label of a line in the summary: `share-area` for `area` and for `call-back.area`. */
function shareWord(variable: string): string {
  return `share-${variable.slice(variable.indexOf('.') + 1).replaceAll('_', '-')}`;
}
