import { INTERRUPTIONS, type InterruptionId } from '../domain/input.ts';
import { type Intent, INTENTS } from '../domain/wish.ts';
import { checkDialog } from './action.ts';
import type { Build } from './build.ts';
import type { InterruptionsSource } from './schema/dialog.ts';
import type { Interruptions, WishGoal } from './program.ts';
import { into, keyOf, type Spot } from './spot.ts';

/** Variables of the dialog that asks what was meant: the engine puts the words of the likeliest wishes there. */
const SLOTS = ['first', 'second', 'third'] as const;

/** What each wish leads to. Checked only when there are any: a small program may do without. */
export function compileWishes(
  source: Omit<InterruptionsSource, 'interruptions'>,
  at: Spot,
  build: Build,
): Pick<Interruptions, 'wishes' | 'didYouMean'> {
  const { wishes: written, did_you_mean: asks } = source;
  if (written === undefined) return { wishes: new Map() };
  const here = into(at, 'wishes');
  const wishes = new Map<Intent, WishGoal>();
  for (const [id, goal] of Object.entries(written)) {
    const spot = into(here, id);
    const intent = INTENTS.find((one) => one === id);
    if (intent === undefined) {
      build.report.add('DLG113', keyOf(spot), `There is no wish \`${id}\`.`, {
        instead: { of: id, known: INTENTS },
        remedy: `There are: ${INTENTS.join(', ')}.`,
      });
    } else wishes.set(intent, compileGoal(goal, spot, build));
  }
  for (const intent of INTENTS) {
    if (wishes.has(intent)) continue;
    build.report.add('DLG112', keyOf(here), `Nothing answers the wish \`${intent}\`.`, {
      remedy: `Add \`${intent}: <dialog or interruption>\`, or \`${intent}: { option: <kind of support> }\`.`,
    });
  }
  if (asks === undefined) {
    build.report.add('DLG112', keyOf(here), 'Nothing asks which wish was meant.', {
      remedy: 'Add `did_you_mean: <dialog>`.',
    });
    return { wishes };
  }
  checkDialog(asks, into(at, 'did_you_mean'), build);
  checkAsking(asks, into(at, 'did_you_mean'), build);
  return { wishes, didYouMean: asks };
}

function compileGoal(goal: string | { option: string }, at: Spot, build: Build): WishGoal {
  if (typeof goal === 'object') {
    const { option } = goal;
    if (!build.material.options.has(option) && !build.material.incomplete.has('options')) {
      build.report.add('DLG301', into(at, 'option'), `There is no option \`${option}\`.`, {
        instead: { of: option, known: build.material.options.keys() },
      });
    }
    return { option };
  }
  const interruption = INTERRUPTIONS.find((one): one is InterruptionId => one === goal);
  if (interruption !== undefined) return { interruption };
  checkDialog(goal, at, build);
  return { call: goal };
}

/** The engine sets these variables before the dialog begins. */
function checkAsking(id: string, at: Spot, build: Build): void {
  const dialog = build.material.dialogs.get(id);
  if (!dialog || dialog.opaque) return;
  for (const name of SLOTS) {
    if (dialog.vars.get(name) === undefined) {
      build.report.add('DLG201', at, `The dialog \`${id}\` needs a variable \`${name}\` of its own.`, {
        remedy: `Under \`vars:\` of dialogs/${id}.yaml, add \`${name}: { text: 80 }\`.`,
      });
    } else build.uses.sets(`${id}.${name}`);
  }
}
