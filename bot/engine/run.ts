import { Fault, never } from '../domain/fault.ts';
import type { Frame } from '../domain/conversation.ts';
import type { Value } from '../domain/value.ts';
import type { Action, Goal, Next } from '../language/program.ts';
import { holds } from './condition.ts';
import type { Draft } from './draft.ts';
import { find, findOptions } from './find.ts';
import { changeCase, handOff, passOnFeedback } from './hand-off.ts';
import { offersAny, putQuestion } from './question.ts';
import { keepMany, keepQuestion } from './plan.ts';
import { recommend } from './recommend.ts';
import { summaryLines, utter } from './show.ts';
import { startAgain } from './start.ts';

/** More nodes than any honest path has. The checker forbids loops without a question, so this is a bug of ours. */
const MOST_NODES = 400;

/** Starts a dialog on top of whatever is open. It begins when `run` is called. */
export function enter(draft: Draft, dialog: string): void {
  draft.conversation.frames.push({ dialog, node: draft.dialog(dialog).start, waits: 'call' });
}

/** Runs nodes from the top frame until a question is put, or nothing is left to run. */
export function run(draft: Draft): void {
  for (let nodes = 0; nodes < MOST_NODES; nodes += 1) {
    const frame = draft.top();
    if (frame === undefined) return;
    const node = draft.node(frame);
    const step: Draft['trace'][number] = { dialog: frame.dialog, node: frame.node };
    draft.trace.push(step);
    utter(draft, node);
    if (node.action?.kind === 'ask') {
      if (node.action.choices.length === 0 || offersAny(draft, node.action)) {
        putQuestion(draft, node, node.action);
        return;
      }
    } else if (node.action?.kind === 'call') {
      frame.waits = 'call';
      enter(draft, node.action.dialog);
      continue;
    } else if (node.action?.kind === 'restart') {
      // The dialog that asked for it is no longer open, so its `next` is not followed.
      startAgain(draft);
      continue;
    } else if (node.action) {
      act(draft, node.action);
    }
    if (follow(draft, step, node.next) === 'put') return;
  }
  throw new Fault('dialog-without-end', draft.trace.at(-1)?.dialog);
}

/** Leaves the node on top by its `next`. Says whether a question was put by returning to one. */
export function leave(draft: Draft): 'put' | 'on' {
  const frame = draft.top();
  if (frame === undefined) return 'on';
  const step: Draft['trace'][number] = { dialog: frame.dialog, node: frame.node };
  draft.trace.push(step);
  return follow(draft, step, draft.node(frame).next);
}

function follow(draft: Draft, step: Draft['trace'][number], next: Next): 'put' | 'on' {
  const taken = next.branches.findIndex((branch) => holds(branch.when, draft.value));
  step.branch = taken < 0 ? next.branches.length : taken;
  return go(draft, next.branches[taken]?.go ?? next.else);
}

function go(draft: Draft, goal: Goal): 'put' | 'on' {
  const { frames } = draft.conversation;
  if (goal === 'stop') {
    frames.length = 0;
    draft.conversation.crumbs = [];
    return 'on';
  }
  if (goal === 'end') return comeBack(draft);
  const frame = frames.at(-1);
  if (frame) {
    frame.node = goal.node;
    frame.waits = 'call';
  }
  return 'on';
}

/** Returns from a dialog: to the node that called it, or to the question it interrupted, which is asked again. */
export function comeBack(draft: Draft): 'put' | 'on' {
  const { frames } = draft.conversation;
  frames.pop();
  const caller = frames.at(-1);
  if (caller === undefined) {
    draft.conversation.crumbs = [];
    return 'on';
  }
  if (caller.waits === 'call') return leave(draft);
  // What was answered inside the interruption is no place to go back to.
  const { crumbs } = draft.conversation;
  while ((crumbs.at(-1)?.frames.length ?? 0) > frames.length) crumbs.pop();
  askAgain(draft);
  return 'put';
}

/** Puts the open question again, without what was said before it. Runs its node when it is no question any more. */
export function askAgain(draft: Draft): void {
  const frame = draft.top();
  if (frame === undefined) return;
  const node = draft.node(frame);
  if (node.action?.kind === 'ask') putQuestion(draft, node, node.action);
  else run(draft);
}

function act(draft: Draft, action: Exclude<Action, { kind: 'ask' | 'call' | 'restart' }>): void {
  const { conversation, world } = draft;
  switch (action.kind) {
    case 'set':
      for (const { variable, value } of action.values) {
        const from = typeof value === 'object' && value !== null && 'variable' in value;
        draft.set(variable, from ? copied(draft, variable, value.variable) : value);
      }
      return;
    case 'search':
      draft.set(action.into, { resources: find(draft, action) });
      if (action.optionsInto !== undefined)
        draft.set(action.optionsInto, { options: findOptions(draft, action) });
      return;
    case 'recommend': {
      const rules = draft.program.judgement.get(action.rules);
      if (rules === undefined) throw new Fault('no-such-rules', action.rules);
      draft.set(action.into, {
        options: recommend(draft.program, rules, conversation.language, draft.value, action.limit),
      });
      return;
    }
    case 'keep-options':
    case 'keep-resources':
      keepMany(draft, action.variable);
      return;
    case 'keep-question':
      keepQuestion(draft, action);
      return;
    case 'handoff':
      return handOff(draft, action, summaryLines(draft, action.share));
    case 'case':
      return changeCase(draft, action.does);
    case 'feedback':
      return passOnFeedback(draft, action.variable);
    case 'resume-code': {
      const until = new Date(world.now + action.days * 86_400_000).toISOString();
      const code = conversation.resume?.code ?? world.spareCode;
      conversation.resume = { code, until };
      draft.set(action.into, code);
      draft.effects.push({ kind: 'keep-until', code, until });
      return;
    }
    case 'erase':
      draft.effects.push({ kind: 'erase' });
      conversation.mode = 'ended';
      conversation.crumbs = [];
      return;
    default:
      never(action);
  }
}

/** The value of one variable for another. The id of an option becomes a list of that one, so that it can be looked for. */
function copied(draft: Draft, to: string, from: string): Value | null {
  const value = draft.value(from) ?? null;
  const type = draft.program.variables.get(to)?.type;
  if (typeof value !== 'string' || type === undefined || !('options' in type)) return value;
  return draft.program.options.has(value) ? { options: [{ option: value, because: [] }] } : null;
}

/** The frame whose question is open, if one is. */
export function openFrame(draft: Draft): Frame | undefined {
  const frame = draft.top();
  return frame?.waits === 'answer' ? frame : undefined;
}
