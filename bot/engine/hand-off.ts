import type { CallbackWish, CaseEvent, SummaryLine } from '../domain/case.ts';
import { never } from '../domain/fault.ts';
import type { Action, CallVariables } from '../language/program.ts';
import type { Draft } from './draft.ts';
import { valueInWords } from './speak.ts';

/** Passes what was approved to the helpline, and notes which case this conversation now has. */
export function handOff(
  draft: Draft,
  action: Extract<Action, { kind: 'handoff' }>,
  lines: SummaryLine[],
): void {
  const { conversation, world } = draft;
  draft.effects.push({
    kind: 'handoff',
    request: {
      way: action.way,
      lines,
      ...(action.call ? { callback: callbackOf(draft, action.call) } : {}),
      earlier: action.earlier !== undefined && draft.value(action.earlier) === true,
      at: new Date(world.now).toISOString(),
      language: conversation.language,
      ...(conversation.timeZone ? { timeZone: conversation.timeZone } : {}),
    },
  });
  if (world.caseId !== undefined) conversation.case = { id: world.caseId, fromSeq: world.lastSeq ?? 0 };
  conversation.crumbs = [];
}

/** What the person does to their request. What happens to the case is decided in `handoff/`; here only who speaks next. */
export function changeCase(draft: Draft, does: Extract<Action, { kind: 'case' }>['does']): void {
  const { conversation } = draft;
  const tell = (event: CaseEvent) => draft.effects.push({ kind: 'case', event });
  switch (does) {
    case 'still-there':
      tell({ kind: 'still-there' });
      conversation.mode = 'waiting';
      break;
    case 'return':
      tell({ kind: 'returned' });
      conversation.mode = 'waiting';
      break;
    case 'withdraw':
      tell({ kind: 'withdrawn' });
      conversation.mode = 'bot';
      break;
    default:
      never(does);
  }
  conversation.crumbs = [];
}

export function passOnFeedback(draft: Draft, variable: string): void {
  const answer = draft.value(variable);
  if (answer === 'yes' || answer === 'partly' || answer === 'no') {
    draft.effects.push({ kind: 'case', event: { kind: 'feedback', answer } });
  }
}

function callbackOf(draft: Draft, call: CallVariables): CallbackWish {
  const { language } = draft.conversation;
  const words = (variable: string | undefined) => {
    const value = variable === undefined ? undefined : draft.value(variable);
    return variable === undefined || value === undefined
      ? ''
      : valueInWords(draft.program, variable, value, language);
  };
  const times = words(call.times);
  const message = call.message === undefined ? undefined : draft.value(call.message);
  return {
    phone: words(call.phone),
    name: words(call.name),
    times: times === '' ? [] : [times],
    message: message === 'no_message' || message === 'name_only' || message === 'full' ? message : '',
  };
}
