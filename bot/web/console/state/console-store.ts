import type { AttemptResult, CallbackWish, DebriefAnswer, Outcome } from '../../../domain/case.ts';
import type {
  Board,
  CaseView,
  ConsoleEvent,
  Duty,
  HelplineSettings,
  HelplineWords,
  Left,
  Me,
  SetUp,
} from '../../../domain/console.ts';
import { Alarms } from './alarms.ts';
import { Api, ApiError } from './api.ts';
import { place } from './board-state.ts';
import { Drafts } from './drafts.ts';
import { EventLine, type Link } from './event-line.ts';
import { Outbox } from './outbox.ts';
import { marked, merge } from './thread-state.ts';
import { WORDS, type Words } from '../words/words.ts';

/** How long a sign that the person writes is shown without another one, in milliseconds. */
const TYPING_LASTS = 5_000;

/** What staff can do to a case, by the last part of its address, and what they have to say for it. */
interface CaseActs {
  claim: object;
  /** `null`: to the line. */
  transfer: { to: string | null };
  help: object;
  join: object;
  leave: object;
  'back-to-bot': object;
  close: { outcome: Outcome };
  outcome: { outcome: Outcome };
  notes: { text: string };
  attempts: { result: AttemptResult };
  'call-later': CallbackWish;
  debriefed: { answer: DebriefAnswer };
}

/**
 * The console's memory: what everything on the screen reads, and all that staff can do. Whoever draws subscribes. What the
 * server tells is taken in as it comes.
 */
export class ConsoleStore {
  readonly api = new Api();
  readonly drafts = new Drafts();
  readonly #listeners = new Set<() => void>();
  readonly outbox = new Outbox({
    api: this.api,
    changed: () => this.#change({}),
    wordsFor: (error) => this.wordsFor(error),
    // If the stream is slow to bring it back, it is fetched.
    late: (id) => void this.#fetchCase(id),
  });
  readonly alarms = new Alarms({
    changed: () => this.#change({}),
    words: () => this.words,
    isLookingAt: (id) => this.#isLookingAt(id),
  });
  readonly #line = new EventLine({
    linkIs: (state) => this.#linkIs(state),
    hear: (event) => this.#hear(event),
    refresh: () => this.refresh(),
    signedOut: () => this.#signedOut(),
  });
  /** When a sign of writing goes out by itself, by case. */
  readonly #typing = new Map<string, number>();
  /** Up to which line each person was told that theirs were read. */
  readonly #readTo = new Map<string, number>();
  /** Who signed in last: what is unsent belongs to them. */
  #whose = '';
  #version = 0;
  /** What I do is being changed in this window. */
  #choosingDuty = false;

  /** undefined: not known yet; null: nobody is signed in. */
  me: Me | null | undefined;
  needsSetup = false;
  /** What a helpline may begin its own words with. */
  draftWords: HelplineWords = {
    who_reads: { en: '' },
    what_is_kept: { en: '' },
    must_tell_others: { en: '' },
  };
  board: Board | undefined;
  views: ReadonlyMap<string, CaseView> = new Map();
  link: Link = { state: 'connecting', since: Date.now() };
  /** The helpline was set up just now: the queue says what comes next, until it is put away. */
  nextStep = false;
  /** What went wrong last, for everyone to read, until it is put away. */
  trouble = '';
  path = location.pathname;
  language: 'en' | 'es' = navigator.language.startsWith('es') ? 'es' : 'en';

  get words(): Words {
    return WORDS[this.language];
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  /** For React: another number after each change. */
  readonly version = (): number => this.#version;

  async start(): Promise<void> {
    window.addEventListener('popstate', () => this.#change({ path: location.pathname }));
    document.addEventListener('visibilitychange', () => this.#look());
    // After a reload, too, the bell may sound from the first press on.
    for (const press of ['pointerdown', 'keydown']) {
      window.addEventListener(press, () => this.alarms.bell.wake(), { once: true });
    }
    this.alarms.bell.named(document.title);
    try {
      const { needed, draft } = await this.api.get<{ needed: boolean; draft: HelplineWords }>('setup');
      this.needsSetup = needed;
      this.draftWords = draft;
      await this.#signedIn(await this.api.get<Me>('me'));
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return this.#change({ me: null });
      this.#change({ me: null, trouble: this.wordsFor(error) });
    }
  }

  go(path: string): void {
    if (path !== this.path) history.pushState(null, '', path);
    this.#change({ path, trouble: '' });
    this.#look();
  }

  setLanguage(language: 'en' | 'es'): void {
    document.documentElement.lang = language;
    this.#change({ language });
  }

  // Signing in and out.

  async setUp(body: SetUp): Promise<void> {
    await this.#signedIn(await this.api.post<Me>('setup', body));
    this.needsSetup = false;
    this.go('/console');
    this.#change({ nextStep: true });
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.#signedIn(await this.api.post<Me>('sign-in', { username, password }));
    if (this.path === '/console/sign-in') this.go('/console');
  }

  async signOut(): Promise<void> {
    await this.api.post('sign-out').catch(() => undefined);
    this.#forget();
    this.#signedOut();
  }

  async #signedIn(me: Me): Promise<void> {
    this.api.signedIn(me.csrf);
    this.language = me.language;
    if (this.#whose !== me.id) this.#forget();
    this.#whose = me.id;
    this.#change({ me });
    await this.refresh();
    this.#callIfWaiting();
    this.#line.open();
  }

  #signedOut(): void {
    this.#line.close();
    this.views = new Map();
    this.#readTo.clear();
    this.#change({ me: null, board: undefined });
    this.alarms.clear();
  }

  /** What was written and not sent outlives a session that ran out, but not a sign-out, and no one else reads it. */
  #forget(): void {
    this.drafts.clear();
    this.outbox.clear();
  }

  // What the server tells.

  #linkIs(state: Link['state']): void {
    if (state !== this.link.state) this.#change({ link: { state, since: Date.now() } });
    if (state === 'online') void this.outbox.flush();
  }

  #hear(event: ConsoleEvent): void {
    const { me, board } = this;
    if (!me || board === undefined) return;
    switch (event.kind) {
      case 'board':
        void this.refresh().catch(() => undefined);
        return;
      case 'reset':
        void this.refresh().then(
          () => this.#callIfWaiting(),
          () => undefined,
        );
        for (const id of this.views.keys()) void this.#fetchCase(id);
        return;
      case 'case': {
        const seen = event.case.owner?.id === me.id ? event.case : { ...event.case, unread: 0 };
        this.#change({ board: place(board, seen, me) });
        this.alarms.moved(event.case.id, event.case.state);
        if (this.views.has(event.case.id)) void this.#fetchCase(event.case.id);
        return;
      }
      case 'thread': {
        const view = this.views.get(event.case);
        if (view === undefined) return;
        this.#setView({ ...view, typing: false, thread: merge(view.thread, event.lines) });
        this.#look();
        return;
      }
      case 'typing': {
        const view = this.views.get(event.case);
        if (view === undefined) return;
        this.#setView({ ...view, typing: event.typing });
        window.clearTimeout(this.#typing.get(event.case));
        const stopped = () => {
          const now = this.views.get(event.case);
          if (now?.typing) this.#setView({ ...now, typing: false });
        };
        this.#typing.set(event.case, window.setTimeout(stopped, TYPING_LASTS));
        return;
      }
      case 'seen': {
        const view = this.views.get(event.case);
        if (view !== undefined)
          this.#setView({ ...view, thread: marked(view.thread, event.delivered, event.read) });
        return;
      }
      case 'alert':
        this.alarms.raise({ case: event.case, why: event.why, at: Date.now() });
        return;
      case 'duty': {
        this.#change({ board: { ...board, onDuty: event.onDuty, chat: event.chat } });
        const mine = event.onDuty.find(({ id }) => id === me.id)?.duty;
        if (mine !== undefined && mine !== me.duty) void this.refresh().catch(() => undefined);
        return;
      }
      case 'signed-out':
        this.#signedOut();
        return;
      default:
        event satisfies never;
    }
  }

  async refresh(): Promise<void> {
    const [me, board] = await Promise.all([this.api.get<Me>('me'), this.api.get<Board>('board')]);
    this.api.signedIn(me.csrf);
    const before = this.me?.duty ?? 'off';
    this.#change({ me, board });
    // Without having chosen it here: people would not be offered a chat, and nobody would know why.
    const ended = before !== 'off' && me.duty === 'off' && !this.#choosingDuty;
    if (ended) this.#change({ trouble: this.words.dutyEnded });
  }

  // Alarms.

  #callIfWaiting(): void {
    this.alarms.callFor(this.board?.queue ?? [], this.me?.duty ?? 'off');
  }

  #isLookingAt(id: string): boolean {
    return this.openCase === id && document.visibilityState === 'visible';
  }

  // Cases.

  /** The case that is open on the screen. */
  get openCase(): string | undefined {
    return /^\/console\/case\/([\w-]+)$/.exec(this.path)?.[1];
  }

  /** Fetches what is open and not here yet. */
  async load(id: string): Promise<void> {
    if (!this.views.has(id)) await this.#fetchCase(id);
    this.#look();
  }

  async #fetchCase(id: string): Promise<void> {
    try {
      this.#setView(await this.api.get<CaseView>(`cases/${id}`));
    } catch (error) {
      const views = new Map(this.views);
      views.delete(id);
      this.#change({ views, ...(this.openCase === id ? { trouble: this.wordsFor(error) } : {}) });
    }
  }

  #setView(view: CaseView): void {
    this.outbox.arrived(view.thread);
    this.#change({ views: new Map(this.views).set(view.id, view) });
  }

  /** What is on the screen has been read: the person is told so, and the bell about it stops. */
  #look(): void {
    const id = this.openCase;
    const view = id === undefined ? undefined : this.views.get(id);
    if (id === undefined || view === undefined || document.visibilityState !== 'visible') return;
    const last = view.thread.findLast((line) => line.from === 'person')?.seq;
    if (last !== undefined && last > (this.#readTo.get(id) ?? 0) && view.owner?.id === this.me?.id) {
      this.#readTo.set(id, last);
      void this.api.post(`cases/${id}/read`, { seq: last }).catch(() => this.#readTo.delete(id));
    }
    const { board } = this;
    if (board?.mine.some((line) => line.id === id && line.unread > 0)) {
      const mine = board.mine.map((line) => (line.id === id ? { ...line, unread: 0 } : line));
      this.#change({ board: { ...board, mine } });
    }
    this.alarms.lookedAt(id);
  }

  /** True when it was done. What was refused is said on the screen, and the case is shown as it is now. */
  async act<What extends keyof CaseActs>(id: string, what: What, said: CaseActs[What]): Promise<boolean> {
    this.alarms.seen(id);
    try {
      const view = await this.api.post<CaseView>(`cases/${id}/${what}`, said);
      // Who passed a case on gets only its line.
      if ('thread' in view) this.#setView(view);
      this.#change({ trouble: '' });
      return true;
    } catch (error) {
      this.#change({ trouble: this.wordsFor(error) });
      void this.refresh().catch(() => undefined);
      return false;
    }
  }

  // Messages.

  typing(id: string): void {
    void this.api.post(`cases/${id}/typing`, { typing: true }).catch(() => undefined);
  }

  // The team.

  async setDuty(duty: Duty): Promise<void> {
    if (duty === 'available') this.alarms.bell.askToNotify();
    await this.#choose(async () => {
      await this.api.post('duty', { duty });
      await this.refresh();
      this.#callIfWaiting();
    });
  }

  /** Ends the shift: off duty. What is still open, or null when it could not be done. */
  async checkOut(): Promise<Left | null> {
    let left: Left | null = null;
    await this.#choose(async () => {
      left = await this.api.post<Left>('check-out');
      await this.refresh();
    });
    return left;
  }

  async #choose(work: () => Promise<unknown>): Promise<void> {
    this.#choosingDuty = true;
    await this.#try(work);
    this.#choosingDuty = false;
  }

  async setChat(open: boolean): Promise<void> {
    await this.#try(() => this.api.post('chat', { open }));
  }

  async saveSettings(settings: HelplineSettings): Promise<boolean> {
    return this.#try(async () => {
      await this.api.post('settings', settings);
      await this.refresh();
    });
  }

  /** True when it worked; otherwise what went wrong is on the screen. */
  async #try(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.#change({ trouble: '' });
      return true;
    } catch (error) {
      this.#change({ trouble: this.wordsFor(error) });
      return false;
    }
  }

  putNextStepAway(): void {
    this.#change({ nextStep: false });
  }

  putTroubleAway(): void {
    this.#change({ trouble: '' });
  }

  /** Something could not be done or fetched: it is said on the screen. */
  readonly failed = (error: unknown): void => this.#change({ trouble: this.wordsFor(error) });

  /** What happened, in words that say what to do. */
  wordsFor(error: unknown): string {
    if (!(error instanceof ApiError)) return this.words.errors.Unknown ?? '';
    return this.words.errors[error.code] ?? (error.message || (this.words.errors.Unknown ?? ''));
  }

  #change(what: Partial<ConsoleStore>): void {
    Object.assign(this, what);
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
