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
  /** Its number in the conversation, for saying how far someone has read. */
  seq?: number;
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
  /** Who of the helpline is writing right now. */
  typing: string | null;
  /** Up to which line the person from the helpline has read. */
  readTo: number;
  /** The language of the bot's last reply, such as `es`; null before the first. */
  language: string | null;
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
  typing: null,
  readTo: 0,
  language: null,
};

/** Takes in what arrived. What was there already, by its id, is left out: streams and catch-ups overlap. */
export function receive(state: ChatState, activities: readonly Activity[], replay: boolean): ChatState {
  let next = state;
  for (const activity of activities) next = receiveOne(next, activity, replay);
  return next;
}

function receiveOne(state: ChatState, activity: Activity, replay: boolean): ChatState {
  if (activity.type === 'endOfConversation') return { ...state, ask: null, due: false, over: true };
  const data = activity.channelData?.navigator;
  if (activity.type === 'typing') {
    return data?.by === undefined || isFromPerson(activity) ? state : { ...state, typing: data.by };
  }
  if (activity.type === 'event' && activity.name === 'navigator/read') {
    return { ...state, readTo: Math.max(state.readTo, readOf(activity.value)) };
  }
  const view = data?.v === 1 ? data : undefined;
  const ours = activity.type === 'message' || (activity.type === 'event' && view?.v === 1);
  if (!ours || known(state, activity.id)) return state;
  if (isFromPerson(activity)) return fromPerson(state, activity, replay);
  return fromBot({ ...state, typing: null }, activity, view, replay);
}

/** Number of the person's latest line that the person from the helpline has read. */
export function lastRead({ lines, readTo, mode }: ChatState): number | undefined {
  return mode === 'with-person' ? lastSeq(lines, 'person', readTo) : undefined;
}

/** Number of the latest line of one side, up to a number. */
export function lastSeq(lines: readonly Line[], from: Line['from'], to = Infinity): number | undefined {
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const line = lines[index];
    if (line?.from === from && line.seq !== undefined && line.seq <= to) return line.seq;
  }
  return undefined;
}

function readOf(value: unknown): number {
  const read = typeof value === 'object' && value !== null && 'read' in value ? value.read : 0;
  return typeof read === 'number' ? read : 0;
}

function known(state: ChatState, id: string | undefined): boolean {
  if (id === undefined) return false;
  return state.lines.some((line) => line.id === id) || state.earlier.some((line) => line.id === id);
}

function fromPerson(state: ChatState, activity: Activity, replay: boolean): ChatState {
  if (activity.type !== 'message' || !activity.text) return state;
  const line: Line = {
    id: idOf(state, activity),
    from: 'person',
    text: activity.text,
    ...seqOf(activity),
  };
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
    ...seqOf(activity),
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
    // Words of a person from the helpline leave it, too: when they go, it is still there.
    ask: shows && view.by === undefined ? (view.ask ?? null) : state.ask,
    mode: view.mode,
    language: activity.locale ?? state.language,
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

function seqOf(activity: Activity): { seq?: number } {
  const seq = activity.channelData?.['webchat:sequence-id'];
  return seq === undefined ? {} : { seq };
}

/** Activities carry ids; one without (a foreign bot) gets a place number, so that each line has a key of its own. */
function idOf(state: ChatState, activity: Activity): string {
  return activity.id ?? `line-${state.earlier.length + state.lines.length}`;
}
