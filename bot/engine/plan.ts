import type { Plan } from '../domain/reply.ts';
import type { Action } from '../language/program.ts';
import type { Draft } from './draft.ts';

/** More than anyone reads; a bound for what is stored. */
const MOST_KEPT = 60;

/** Puts options, services or a question into the plan, or takes them out. Keeping twice keeps once. */
export function keep(draft: Draft, what: 'option' | 'resource' | 'question', id: string, on: boolean): void {
  draft.changePlan((plan) => {
    switch (what) {
      case 'option':
        return {
          ...plan,
          options: draft.program.options.has(id) ? change(plan.options, id, on) : plan.options,
        };
      case 'resource':
        return {
          ...plan,
          resources: draft.world.directory.has(id) ? change(plan.resources, id, on) : plan.resources,
        };
      case 'question':
        // A question comes in only through a dialog, which knows its words; from outside it can only be taken out.
        return on ? plan : { ...plan, questions: plan.questions.filter((question) => question.id !== id) };
    }
  });
}

function change(ids: readonly string[], id: string, on: boolean): string[] {
  const others = ids.filter((one) => one !== id);
  return on ? [...others, id].slice(-MOST_KEPT) : others;
}

/** The person says whether they reached a service they had kept. Asked, and counted, once for each. */
export function tellReached(draft: Draft, resource: string, yes: boolean): void {
  const { resources, told = [] } = draft.conversation.plan;
  if (!resources.includes(resource) || told.includes(resource)) return;
  draft.changePlan((plan) => ({
    ...plan,
    told: [...told.filter((one) => resources.includes(one)), resource],
  }));
  draft.effects.push({ kind: 'reached', yes });
}

/** Keeps every option or service a variable holds. */
export function keepMany(draft: Draft, variable: string): void {
  const value = draft.value(variable);
  if (typeof value === 'object' && 'options' in value)
    for (const pick of value.options) keep(draft, 'option', pick.option, true);
  if (typeof value === 'object' && 'resources' in value) {
    for (const pick of value.resources) keep(draft, 'resource', pick.resource, true);
  }
  if (typeof value === 'string') keep(draft, 'option', value, true);
}

/** Keeps a question for the next appointment: a reviewed one, or the person's own words. */
export function keepQuestion(draft: Draft, action: Extract<Action, { kind: 'keep-question' }>): void {
  const own = action.variable === undefined ? undefined : draft.value(action.variable);
  const text = typeof own === 'string' ? own : action.text ? draft.text(action.text) : undefined;
  if (text === undefined) return;
  draft.changePlan((plan: Plan) => {
    // Own words may be several; a reviewed question is kept once.
    const id = action.variable === undefined ? action.id : `${action.id}-${draft.conversation.asked}`;
    const others = plan.questions.filter((question) => question.id !== id && question.text !== text);
    return { ...plan, questions: [...others, { id, text }].slice(-MOST_KEPT) };
  });
}
