import type { InterruptionId } from '../domain/input.ts';
import { URGENT, type Signal } from '../domain/signal.ts';
import { Fault } from '../domain/fault.ts';
import type { Draft } from './draft.ts';
import { takeHeard } from './heard.ts';
import { askAgain, enter, leave, openFrame, run } from './run.ts';
import { showLines } from './show.ts';

/** Does what is possible at any point. Afterwards the open question is asked again, with every answer intact. */
export function interrupt(draft: Draft, id: InterruptionId): void {
  const does = draft.program.interruptions.does.get(id);
  if (does === undefined) throw new Fault('no-such-interruption', id);
  if ('call' in does) return callOver(draft, does.call);
  switch (does.move) {
    case 'why':
      return why(draft);
    case 'back':
      return back(draft);
    case 'skip':
      return skip(draft);
  }
}

/**
 * Runs a dialog over the open question. If it is open already, it starts over instead of piling up.
 *
 * @param said the words that led here: what they answer already is not asked
 */
export function callOver(draft: Draft, dialog: string, said = ''): void {
  if (draft.top() === undefined) putDoorsUnderneath(draft);
  const { frames } = draft.conversation;
  const open = frames.findIndex(
    (frame, index) => frame.dialog === dialog && frames[index - 1]?.waits !== 'call',
  );
  if (open >= 0) frames.length = open;
  enter(draft, dialog);
  if (takeHeard(draft, said) && leave(draft) === 'put') return;
  run(draft);
}

/**
 * After a rest nothing is open: the opening's question is put underneath, so that an interruption has something to come
 * back to and does not end in silence.
 */
export function putDoorsUnderneath(draft: Draft): void {
  const { welcome } = draft.program.interruptions;
  const doors = [...draft.dialog(welcome).nodes.values()].find((node) => node.action?.kind === 'ask');
  if (doors) draft.conversation.frames.push({ dialog: welcome, node: doors.id, waits: 'answer' });
}

/** Answers a safety signal before anything else. No dialog can turn it off: it does not ask any. */
export function answerSignal(draft: Draft, signal: Signal): void {
  const { conversation, program, world } = draft;
  const kinds = signal.also && signal.also !== signal.kind ? [signal.kind, signal.also] : [signal.kind];
  for (const kind of kinds) {
    if (!URGENT.has(kind)) continue;
    conversation.safety = [
      ...conversation.safety.slice(-49),
      { at: new Date(world.now).toISOString(), kind },
    ];
    // Whoever is in line goes first now, and staff see one factual line.
    if (conversation.mode === 'waiting') {
      draft.effects.push({ kind: 'case', event: { kind: 'safety-shown', signal: kind } });
    }
    // The bar names crisis lines. In other dangers it would name the wrong ones, or be seen by the wrong person.
    if (kind === 'suicide' || kind === 'self-harm') conversation.crisisBar = true;
  }
  conversation.misses = 0;
  // The second kind is shown with the first: its numbers stand right below.
  if (signal.also === 'medical') showLines(draft, 'emergency');
  const dialog = program.interruptions.safety.get(signal.kind);
  if (dialog === undefined) throw new Fault('no-safety-dialog', signal.kind);
  callOver(draft, dialog);
}

function why(draft: Draft): void {
  const frame = openFrame(draft);
  const explain = frame && draft.node(frame).explain;
  if (explain) draft.say(draft.text(explain), 'notice');
  else draft.sayWord('why-none');
  askAgain(draft);
}

/** Back to the question before this one, with the answers as they were there. */
function back(draft: Draft): void {
  const { conversation } = draft;
  // In an interruption in which nothing was answered yet, back leads to the question it interrupted.
  const { frames, crumbs } = conversation;
  const interrupted = frames.findLastIndex(
    (frame, index) => frame.waits === 'answer' && index < frames.length - 1,
  );
  if (interrupted >= 0 && (crumbs.at(-1)?.frames.length ?? 0) <= interrupted + 1) {
    frames.length = interrupted + 1;
    askAgain(draft);
    return;
  }
  const crumb = crumbs.pop();
  if (crumb === undefined) {
    draft.sayWord('cannot-go-back');
    askAgain(draft);
    return;
  }
  const answers = { ...conversation.answers };
  for (const [name, value] of Object.entries(crumb.before)) {
    if (value === null) delete answers[name];
    else answers[name] = value;
  }
  draft.replaceAnswers(answers);
  conversation.frames = crumb.frames.map((frame) => ({ ...frame }));
  run(draft);
}

/** Leaves the open question unanswered: its variable is unknown again, and the dialog goes on. */
export function skip(draft: Draft): void {
  const frame = openFrame(draft);
  const action = frame && draft.node(frame).action;
  if (frame === undefined || action?.kind !== 'ask') {
    draft.sayWord('nothing-to-skip');
    askAgain(draft);
    return;
  }
  if (action.required) {
    draft.sayWord('cannot-skip');
    askAgain(draft);
    return;
  }
  draft.dropCrumb();
  draft.set(action.variable, null);
  draft.conversation.misses = 0;
  if (leave(draft) === 'on') run(draft);
}
