import { INTERRUPTIONS, type InterruptionId } from '../domain/input.ts';
import { LANGUAGES, type Language } from '../domain/locale.ts';
import { SIGNALS, type SignalKind } from '../domain/signal.ts';
import { normalise } from './normalise.ts';
import { checkDialog } from './action.ts';
import type { Build } from './build.ts';
import type { Material } from './material.ts';
import type { Interruptions } from './program.ts';
import { into, keyOf, type Spot } from './spot.ts';
import { typeName } from './types.ts';
import { compileWishes } from './wishes.ts';

/** What is possible at any point: safety for every signal, something for every interruption. */
export function compileInterruptions(
  material: NonNullable<Material['interruptions']>,
  build: Build,
): Interruptions {
  const { source, at } = material;
  for (const field of ['welcome', 'consent', 'not_understood', 'resting', 'option'] as const) {
    checkDialog(source[field], into(at, field), build);
  }
  for (const field of ['live_chat', 'after_chat'] as const) {
    const dialog = source[field];
    if (dialog !== undefined) checkDialog(dialog, into(at, field), build);
  }
  checkOptionDialog(source.option, into(at, 'option'), build);
  const rules = compileRules(material.rules, into(at, 'interruptions'), build);
  return {
    safety: compileSafety(source.safety, into(at, 'safety'), build),
    ...rules,
    endChat: compileEndChat(source.end_chat ?? {}, into(at, 'end_chat'), rules.phrases, build),
    welcome: source.welcome,
    consent: source.consent,
    notUnderstood: source.not_understood,
    resting: source.resting,
    option: source.option,
    ...(source.live_chat === undefined ? {} : { liveChat: source.live_chat }),
    ...(source.after_chat === undefined ? {} : { afterChat: source.after_chat }),
    ...compileWishes(source, at, build),
  };
}

function compileSafety(
  safety: Readonly<Record<string, string>>,
  at: Spot,
  build: Build,
): Map<SignalKind, string> {
  const dialogs = new Map<SignalKind, string>();
  for (const [kind, dialog] of Object.entries(safety)) {
    checkDialog(dialog, into(at, kind), build);
    if (isOneOf(SIGNALS, kind)) dialogs.set(kind, dialog);
    else {
      build.report.add('DLG113', keyOf(into(at, kind)), `The safety check finds no signal \`${kind}\`.`, {
        instead: { of: kind, known: SIGNALS },
        remedy: `It finds: ${SIGNALS.join(', ')}.`,
      });
    }
  }
  for (const kind of SIGNALS) {
    if (!dialogs.has(kind)) build.report.add('DLG112', keyOf(at), `Nothing answers the signal \`${kind}\`.`);
  }
  return dialogs;
}

function compileRules(
  rules: NonNullable<Material['interruptions']>['rules'],
  at: Spot,
  build: Build,
): Pick<Interruptions, 'phrases' | 'does'> {
  const phrases: Record<Language, Map<string, InterruptionId>> = { en: new Map(), es: new Map() };
  const does = new Map<InterruptionId, { call: string } | { move: 'why' | 'back' | 'skip' }>();
  for (const { source, at: here } of rules) {
    const { id, call, do: move } = source;
    if (!isOneOf(INTERRUPTIONS, id)) {
      build.report.add('DLG110', into(here, 'id'), `There is no interruption \`${id}\`.`, {
        instead: { of: id, known: INTERRUPTIONS },
        remedy: `There are: ${INTERRUPTIONS.join(', ')}.`,
      });
      continue;
    }
    if (does.has(id))
      build.report.add('DLG009', into(here, 'id'), `The interruption \`${id}\` is there twice.`);
    if ((call === undefined) === (move === undefined)) {
      build.report.add(
        'DLG111',
        into(here, 'id'),
        `\`${id}\` has ${call === undefined ? 'neither' : 'both'} \`call\` ${call === undefined ? 'nor' : 'and'} \`do\`.`,
      );
    }
    if (call !== undefined) {
      checkDialog(call, into(here, 'call'), build);
      does.set(id, { call });
    } else if (move !== undefined) does.set(id, { move });
    else does.set(id, { move: 'skip' });
    addPhrases(id, source.phrases, into(here, 'phrases'), phrases, build);
  }
  for (const id of INTERRUPTIONS) {
    if (!does.has(id) && !build.material.incomplete.has('interruptions')) {
      build.report.add('DLG111', keyOf(at), `The interruption \`${id}\` is missing.`, {
        remedy: `Add \`- { id: ${id}, phrases: { … }, call: … }\`.`,
      });
    }
  }
  return { phrases, does };
}

function addPhrases(
  id: InterruptionId,
  source: Readonly<Record<string, readonly string[]>>,
  at: Spot,
  phrases: Record<Language, Map<string, InterruptionId>>,
  build: Build,
): void {
  for (const { language, folded } of readPhrases(id, source, at, phrases, build))
    phrases[language].set(folded, id);
}

/** What ends a chat with a person may not be what asks for something else: a person would be left by accident. */
function compileEndChat(
  source: Readonly<Record<string, readonly string[]>>,
  at: Spot,
  taken: Interruptions['phrases'],
  build: Build,
): Set<string> {
  return new Set(readPhrases(null, source, at, taken, build).map(({ folded }) => folded));
}

/** The phrases that mean this alone, folded; of the others it is told what is wrong. `id` null: they may mean nothing yet. */
function readPhrases(
  id: InterruptionId | null,
  source: Readonly<Record<string, readonly string[]>>,
  at: Spot,
  taken: Interruptions['phrases'],
  build: Build,
): { language: Language; folded: string }[] {
  return Object.entries(source).flatMap(([language, list]) => {
    if (!isOneOf(LANGUAGES, language)) {
      build.report.add('DLG003', keyOf(into(at, language)), `\`${language}\` is none of our languages.`, {
        remedy: `Known here: ${LANGUAGES.join(', ')}.`,
      });
      return [];
    }
    return list.flatMap((phrase, index) => {
      const folded = normalise(phrase);
      const other = taken[language].get(folded);
      const here = into(at, language, index);
      if (folded === '') {
        build.report.add('DLG004', here, 'Nothing of this phrase is left when marks are taken off.');
        return [];
      }
      if (other !== undefined && other !== id) {
        build.report.add('DLG306', here, `“${phrase}” already means \`${other}\`.`);
        return [];
      }
      return [{ language, folded }];
    });
  });
}

/** The engine puts the option to show into the variable `option` of this dialog before it begins. */
function checkOptionDialog(id: string, at: Spot, build: Build): void {
  const dialog = build.material.dialogs.get(id);
  if (!dialog || dialog.opaque) return;
  const type = dialog.vars.get('option');
  if (type === undefined) {
    build.report.add('DLG201', at, `The dialog \`${id}\` needs a variable \`option\` of its own.`, {
      remedy: `Under \`vars:\` of dialogs/${id}.yaml, add \`option: { text: 60 }\`.`,
    });
  } else if (type && !['text', 'one_of'].includes(typeName(type))) {
    build.report.add(
      'DLG209',
      at,
      `\`option\` in \`${id}\` is ${typeName(type)}, and must be text or one_of.`,
    );
  } else build.uses.sets(`${id}.option`);
}

function isOneOf<T extends string>(all: readonly T[], value: string): value is T {
  return (all as readonly string[]).includes(value);
}
