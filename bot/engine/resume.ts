import type { Conversation, Frame } from '../domain/conversation.ts';
import type { Value } from '../domain/value.ts';
import type { Program } from '../language/program.ts';
import type { VariableType } from '../language/schema/dialog.ts';

/**
 * Fits a stored conversation to today's dialogs. Places are names, so most changes need nothing; a node that moved is
 * followed; an answer that no longer fits its variable is dropped; a place that is gone leads back to the nearest one
 * that exists. `lost` says whether the person must be told that this part has changed.
 */
export function resume(
  program: Program,
  stored: Conversation,
): { conversation: Conversation; lost: boolean } {
  if (stored.revision === program.revision) return { conversation: stored, lost: false };
  const answers = Object.fromEntries(
    Object.entries(stored.answers).filter(([name, value]) => {
      const variable = program.variables.get(name);
      return variable !== undefined && fits(variable.type, value, program);
    }),
  );
  const here = follow(program, stored.frames);
  const crumbs = stored.crumbs.flatMap((crumb) => {
    const there = follow(program, crumb.frames);
    return there.complete ? [{ ...crumb, frames: there.frames }] : [];
  });
  let { frames } = here;
  if (!here.complete) {
    const last = crumbs.pop();
    const caller = frames.at(-1);
    if (last) frames = last.frames;
    else if (caller) frames = [...frames.slice(0, -1), { ...caller, waits: 'call' }];
  }
  return {
    conversation: { ...stored, revision: program.revision, answers, frames, crumbs },
    lost: !here.complete,
  };
}

/** The frames as far down as they still exist, with moved nodes followed. */
function follow(program: Program, frames: readonly Frame[]): { frames: Frame[]; complete: boolean } {
  const found: Frame[] = [];
  for (const frame of frames) {
    const dialog = program.dialogs.get(frame.dialog);
    const node = dialog?.nodes.has(frame.node) ? frame.node : dialog?.moved.get(frame.node);
    const there = node === undefined ? undefined : dialog?.nodes.get(node);
    if (node === undefined || there === undefined) return { frames: found, complete: false };
    // A node that asked and asks no longer is no place to wait for an answer.
    if (frame.waits === 'answer' && there.action?.kind !== 'ask') return { frames: found, complete: false };
    found.push({ ...frame, node });
  }
  return { frames: found, complete: true };
}

/** Whether a stored value still is one of the variable's type. */
export function fits(type: VariableType, value: Value, program: Program): boolean {
  if ('one_of' in type) return typeof value === 'string' && type.one_of.includes(value);
  if ('many_of' in type) return Array.isArray(value) && value.every((one) => type.many_of.includes(one));
  if ('yes_no' in type) return typeof value === 'boolean';
  if ('number' in type)
    return typeof value === 'number' && value >= type.number.min && value <= type.number.max;
  if ('text' in type) return typeof value === 'string';
  if ('date' in type) return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const object = typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  if ('place' in type) return object !== undefined && 'place' in object;
  if ('options' in type) {
    return (
      object !== undefined &&
      'options' in object &&
      object.options.every((pick) => program.options.has(pick.option))
    );
  }
  return object !== undefined && 'resources' in object;
}
