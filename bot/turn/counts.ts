import type { Step } from '../engine/step.ts';
import type { Program } from '../language/program.ts';

/** Nodes of this name are where a search found nothing in the person's own area. */
const GAP_NODE = 'nothing-local';

/**
 * What a step counts for in the needs report: dialogs entered, kinds of support opened, areas without anything, requests,
 * feedback, services reached. Ids of ours only; a place is a state, never finer.
 */
export function countsOf(
  program: Program,
  isNew: boolean,
  { conversation, reply, effects, trace }: Step,
): string[] {
  const keys: string[] = [];
  if (isNew) keys.push('conversation', `language:${conversation.language}`);
  for (const { dialog, node } of trace) {
    if (program.dialogs.get(dialog)?.start === node) keys.push(`dialog:${dialog}`);
    if (node === GAP_NODE) keys.push(`gap:${areaOf(conversation.answers['area'])}`);
  }
  for (const part of reply?.parts ?? []) if (part.kind === 'option') keys.push(`option:${part.option}`);
  for (const effect of effects) {
    if (effect.kind === 'handoff') keys.push(`handoff:${effect.request.way}`);
    if (effect.kind === 'case' && effect.event.kind === 'feedback')
      keys.push(`feedback:${effect.event.answer}`);
    if (effect.kind === 'reached') keys.push(`reached:${effect.yes ? 'yes' : 'no'}`);
  }
  return [...new Set(keys)];
}

function areaOf(value: unknown): string {
  const place =
    typeof value === 'object' && value !== null && 'place' in value
      ? (value.place as { country: string; state: string })
      : undefined;
  return place === undefined ? 'unknown' : `${place.country}-${place.state}`;
}
