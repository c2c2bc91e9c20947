import type { Mode } from '../../../domain/conversation.ts';
import type { Ask } from '../../../domain/reply.ts';
import type { PlanView, ReplyView } from '../../../domain/view.ts';
import { type Activity, isFromPerson } from '../connection/activity.ts';

/** One message as it is read. `view` when the bot sent one; `text` otherwise. Never changes once it is there. */
export interface Line {
  id: string;
  from: 'person' | 'bot';
  text: string;
  view?: ReplyView;
  lang?: string;
}

/** Everything a reader of the chat sees, made from what arrived and from nothing else. */
export interface ChatState {
  /** What was said before the page was opened; shown, but not announced. */
  earlier: readonly Line[];
  /** What was said since; each one is announced once. */
  lines: readonly Line[];
  /** The open question, or null. */
  ask: Ask | null;
  mode: Mode;
  crisisBar: boolean;
  plan: PlanView;
  /** True while the last word is the person's and the bot has yet to answer. */
  due: boolean;
  /** The server has deleted this conversation, or closed it for good. */
  over: boolean;
}

export const EMPTY_PLAN: PlanView = { options: [], resources: [], questions: [] };

export const NEW_CHAT: ChatState = {
  earlier: [],
  lines: [],
  ask: null,
  mode: 'bot',
  crisisBar: false,
  plan: EMPTY_PLAN,
  due: false,
  over: false,
};

/** Takes in what arrived. What was there already, by its id, is left out: streams and catch-ups overlap. */
export function receive(state: ChatState, activities: readonly Activity[], replay: boolean): ChatState {
  let next = state;
  for (const activity of activities) next = receiveOne(next, activity, replay);
  return next;
}

function receiveOne(state: ChatState, activity: Activity, replay: boolean): ChatState {
  if (activity.type === 'endOfConversation') return { ...state, ask: null, due: false, over: true };
  const view = activity.channelData?.navigator;
  const ours = activity.type === 'message' || (activity.type === 'event' && view?.v === 1);
  if (!ours || known(state, activity.id)) return state;
  if (isFromPerson(activity)) return fromPerson(state, activity, replay);
  return fromBot(state, activity, view?.v === 1 ? view : undefined, replay);
}

function known(state: ChatState, id: string | undefined): boolean {
  if (id === undefined) return false;
  return state.lines.some((line) => line.id === id) || state.earlier.some((line) => line.id === id);
}

function fromPerson(state: ChatState, activity: Activity, replay: boolean): ChatState {
  if (activity.type !== 'message' || !activity.text) return state;
  const line: Line = { id: idOf(state, activity), from: 'person', text: activity.text };
  return { ...add(state, line, replay), due: state.mode === 'bot' };
}

function fromBot(
  state: ChatState,
  activity: Activity,
  view: ReplyView | undefined,
  replay: boolean,
): ChatState {
  const line: Line = {
    id: idOf(state, activity),
    from: 'bot',
    text: activity.text ?? '',
    ...(view ? { view } : {}),
    ...(activity.locale ? { lang: activity.locale } : {}),
  };
  if (view === undefined) {
    // A notice that something failed may come once for each try; it is said once.
    const last = state.lines[state.lines.length - 1];
    const said =
      last !== undefined && last.from === 'bot' && last.view === undefined && last.text === line.text;
    return { ...(said ? state : add(state, line, replay)), due: false };
  }
  const shows = view.parts.length > 0 || view.ask !== undefined;
  const next = shows ? add(state, line, replay) : state;
  return {
    ...next,
    // A reply without words (something was kept, a setting changed) leaves the open question as it is.
    ask: shows ? (view.ask ?? null) : state.ask,
    mode: view.mode,
    crisisBar: view.crisisBar,
    plan: view.plan ?? state.plan,
    due: shows ? false : state.due,
    // The one thing that ends a chat is that the person had it deleted.
    over: state.over || view.mode === 'ended',
  };
}

function add(state: ChatState, line: Line, replay: boolean): ChatState {
  return replay
    ? { ...state, earlier: [...state.earlier, line] }
    : { ...state, lines: [...state.lines, line] };
}

/** Activities carry ids; one without (a foreign bot) gets a place number, so that each line has a key of its own. */
function idOf(state: ChatState, activity: Activity): string {
  return activity.id ?? `line-${state.earlier.length + state.lines.length}`;
}
