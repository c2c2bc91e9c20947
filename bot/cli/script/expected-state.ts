import type { Conversation } from '../../domain/conversation.ts';
import type { Effect } from '../../domain/effect.ts';
import type { Plan } from '../../domain/reply.ts';
import type { ExpectLine } from './script-schema.ts';

/** Something that is not as a script expects; `path` leads to the line of it. */
interface Unmet {
  path: string[];
  message: string;
}
type Compared = string | boolean | string[];

/** Why a conversation, and what was done outside, is not as a script expects. Variables are looked at elsewhere. */
export function* unmetState(
  line: ExpectLine,
  conversation: Conversation,
  effects: readonly Effect[],
): Generator<Unmet> {
  yield* differs(line.mode, conversation.mode, 'mode');
  yield* differs(line.crisis_bar, conversation.crisisBar, 'crisis_bar');
  yield* differs(line.consented, conversation.consented, 'consented');
  yield* differs(line.language, conversation.language, 'language');
  yield* differs(line.country, conversation.country.toLowerCase(), 'country');
  yield* unmetPlan(line.plan, conversation.plan);
  yield* differs(
    line.effects,
    effects.map((effect) => effect.kind),
    'effects',
  );
  yield* unmetHandoff(line.handoff, effects);
}

function* unmetPlan(wanted: ExpectLine['plan'], plan: Plan): Generator<Unmet> {
  const size = plan.options.length + plan.resources.length + plan.questions.length;
  if (typeof wanted === 'number') yield* differs(String(wanted), String(size), 'plan');
  else if (wanted === 'some') {
    if (size === 0) yield { path: ['plan'], message: 'The plan is empty.' };
  } else if (wanted) {
    yield* differs(wanted.options, plan.options, 'plan', 'options');
    yield* differs(wanted.resources, plan.resources, 'plan', 'resources');
    yield* differs(
      wanted.questions,
      plan.questions.map((one) => one.id),
      'plan',
      'questions',
    );
  }
}

function* unmetHandoff(wanted: ExpectLine['handoff'], effects: readonly Effect[]): Generator<Unmet> {
  if (wanted === undefined) return;
  const request = effects.findLast((effect) => effect.kind === 'handoff');
  if (wanted === 'none') {
    if (request) yield { path: ['handoff'], message: 'A person was asked for.' };
    return;
  }
  if (!request) {
    yield { path: ['handoff'], message: 'No person was asked for.' };
    return;
  }
  const shared = request.request.lines.map((line) => line.id);
  const isShared = (name: string) => shared.some((id) => id === name || id.endsWith(`.${name}`));
  for (const name of wanted.shares ?? []) {
    if (!isShared(name)) {
      yield {
        path: ['handoff', 'shares'],
        message: `\`${name}\` is not passed on; passed on: ${shared.join(', ')}.`,
      };
    }
  }
  for (const name of wanted.keeps_back ?? []) {
    if (isShared(name)) yield { path: ['handoff', 'keeps_back'], message: `\`${name}\` is passed on.` };
  }
}

function* differs(wanted: Compared | undefined, found: Compared, ...path: string[]): Generator<Unmet> {
  if (wanted === undefined || isSame(found, wanted)) return;
  yield { path, message: `It is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}.` };
}

/** Lists are the same when they hold the same, in whatever order. */
export function isSame(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(found) && Array.isArray(wanted)) {
    return found.length === wanted.length && found.every((one) => wanted.includes(one));
  }
  return found === wanted;
}
