import { type Country, LANGUAGES, type Language } from '../../domain/locale.ts';
import type { PageInput } from '../../domain/view.ts';
import type { LineGroup, PageSettings } from '../page-settings.ts';
import type { Activity } from './connection/activity.ts';
import { Connection, type Link } from './connection/connection.ts';
import { DirectLine } from './connection/direct-line.ts';
import { afterReload, type Outbox, type Outgoing, outgoing } from './connection/outbox.ts';
import { type CodeRefused, openByCode } from './connection/resume-code.ts';
import { type SavedChat, savedChat } from './connection/saved-chat.ts';
import { type ChatState, NEW_CHAT, receive } from './conversation/chat-state.ts';
import { localeOf } from './conversation/guess-country.ts';
import { Presence } from './conversation/presence.ts';
import type { Surroundings } from './surroundings.ts';
import { WORDS, type Words } from './words/words.ts';

/** What covers the chat at the moment, if anything. */
export type Screen = 'urgent' | 'people' | 'plan' | 'menu' | 'about' | 'code';

/** `returning`: a chat is open in this tab, and nothing of it is shown until the person says so. */
export type Stage = 'returning' | 'chatting' | 'gone';

interface Start {
  settings: PageSettings;
  around: Surroundings;
  country: Country;
  language: Language;
  timeZone: string | undefined;
}

/**
 * The page's memory: one object that everything on the page reads, and whose methods are all that a person can do.
 * Whoever draws subscribes and draws anew after each change.
 */
export class Chat {
  readonly settings: PageSettings;
  private readonly around: Surroundings;
  private readonly line: DirectLine;
  private readonly timeZone: string | undefined;
  private readonly listeners = new Set<() => void>();
  private connection: Connection | undefined;
  private key: { conversation: string; token: string } | undefined;
  private waiting: SavedChat | null;
  private left = false;

  stage: Stage;
  state: ChatState = NEW_CHAT;
  link: Link = 'idle';
  outbox: Outbox = [];
  screen: Screen | null = null;
  country: Country;
  language: Language;
  consented = false;
  /** True once the line to the server was good. */
  everOnline = false;
  /** What was kept or taken out and is not yet confirmed: `option:peer-match` → in the plan or not. */
  keeps: ReadonlyMap<string, boolean> = new Map();
  /** Services whose number was reported as wrong from this page. */
  reported: ReadonlySet<string> = new Set();
  /** Services that were in the plan when the person came back to this chat. */
  private keptBefore: ReadonlySet<string> = new Set();
  private presence: Presence | undefined;
  /** What is ticked and not yet sent, by the question's choices: asking why or going back loses nothing. */
  readonly ticked = new Map<string, readonly string[]>();
  /** What is being written and not yet sent: a reload, or a look at the numbers, loses nothing. */
  unfinished = '';
  /** Spoken to those who cannot see what changed. */
  spoken = '';

  constructor({ settings, around, country, language, timeZone }: Start) {
    this.settings = settings;
    this.around = around;
    this.country = country;
    this.language = language;
    this.timeZone = timeZone;
    this.line = new DirectLine(settings.directLine, settings.renew, around);
    this.waiting = savedChat.read();
    this.stage = this.waiting === null ? 'chatting' : 'returning';
    if (this.waiting !== null) {
      this.country = this.waiting.country;
      this.language = this.waiting.language;
    }
  }

  get words(): Words {
    return WORDS[this.language];
  }
  get lines(): readonly LineGroup[] {
    return this.settings.lines[this.language][this.country];
  }

  /** Now, for what the person takes along. */
  now(): Date {
    return new Date(this.around.now());
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Opens the chat, unless one is open in this tab already: then the person decides first. */
  begin(): void {
    if (this.stage === 'chatting') this.startFresh();
  }

  startFresh(): void {
    const unsent =
      this.stage === 'gone' ? this.outbox.filter((item) => item.kind === 'message' && !item.input) : [];
    this.forget();
    this.keptBefore = new Set();
    this.change({ stage: 'chatting', state: NEW_CHAT, outbox: [], keeps: new Map(), consented: false });
    const settings = {
      country: this.country,
      language: this.language,
      ...(this.timeZone ? { timeZone: this.timeZone } : {}),
    };
    // What could not be sent to a chat that is gone is offered again, never sent by itself.
    const offered: Outbox = unsent.map((item) => ({ ...item, state: 'failed' }));
    this.outbox = [...offered, this.outgoing('event', '', { settings })];
    this.connect().open(this.outbox);
  }

  goOn(): void {
    const saved = this.waiting;
    if (saved === null) return this.startFresh();
    this.waiting = null;
    this.key = { conversation: saved.conversation, token: saved.token };
    this.unfinished = saved.unfinished ?? '';
    this.change({ stage: 'chatting', outbox: afterReload(saved.outbox), consented: saved.consented });
    const changed = saved.country !== this.country || saved.language !== this.language;
    if (changed) {
      this.outbox = [
        ...this.outbox,
        this.outgoing('event', '', { settings: { country: this.country, language: this.language } }),
      ];
    }
    this.connect().resume(saved.conversation, saved.token, this.outbox);
  }

  /** Opens the chat a resume code belongs to. */
  async useCode(code: string): Promise<'opened' | CodeRefused> {
    const opened = await openByCode(this.around, this.settings.resume, code);
    if (typeof opened === 'string') return opened;
    const { conversationId, token } = opened;
    this.forget();
    this.key = { conversation: conversationId, token };
    this.change({
      stage: 'chatting',
      state: NEW_CHAT,
      outbox: [],
      keeps: new Map(),
      screen: null,
      consented: false,
    });
    this.connect().resume(conversationId, token, []);
    return 'opened';
  }

  /** Says something that belongs in the transcript: a pressed choice, a skip, a way out, or typed words. */
  say(text: string, input?: PageInput): void {
    if (input === undefined) this.unfinished = '';
    this.connection?.send(this.outgoing('message', text, input));
  }

  keep(what: 'option' | 'resource' | 'question', id: string, on: boolean, title: string): void {
    this.keeps = new Map(this.keeps).set(`${what}:${id}`, on);
    this.spoken = on ? this.words.keptNow(title) : this.words.takenOutNow(title);
    this.send({ keep: { what, id, on } });
  }

  isKept(what: 'option' | 'resource' | 'question', id: string): boolean {
    const pending = this.keeps.get(`${what}:${id}`);
    if (pending !== undefined) return pending;
    const { plan } = this.state;
    const held = { option: plan.options, resource: plan.resources, question: plan.questions }[what];
    return held.some((item: { id: string }) => item.id === id);
  }

  consent(): void {
    this.consented = true;
    this.send({ consent: true });
  }

  dismissCrisisBar(): void {
    this.state = { ...this.state, crisisBar: false };
    this.send({ dismiss: true });
  }

  setCountry(country: Country): void {
    if (country === this.country) return;
    this.country = country;
    this.spoken = this.words.numbersFor(this.words.countries[country]);
    this.send({ settings: { country } });
  }

  setLanguage(language: Language): void {
    if (language === this.language) return;
    this.language = language;
    this.send({ settings: { language } });
  }

  /** The person goes back from a person of the helpline to the bot. */
  endChat(): void {
    this.say(this.words.endChat, { leave: true });
  }

  /** A number or address of a service is wrong: staff are told which, and nothing else. */
  report(resource: string): void {
    this.reported = new Set(this.reported).add(resource);
    this.send({ report: resource });
  }

  /** Whether it may be asked if a kept service was reached: on coming back, never right after keeping it, and once. */
  asksReached(resource: string): boolean {
    const told = this.state.plan.told ?? [];
    return this.keptBefore.has(resource) && !told.includes(resource) && !this.state.over;
  }

  tellReached(resource: string, yes: boolean): void {
    this.send({ reached: { resource, yes } });
  }

  /** Something is being written; `text` is all of it so far. */
  writes(text: string): void {
    this.unfinished = text;
    this.presence?.types(this.state);
    this.save();
  }

  retry(id: string): void {
    this.connection?.retry(id);
  }
  discard(id: string): void {
    this.connection?.discard(id);
  }

  show(screen: Screen | null): void {
    if (screen !== this.screen) this.change({ screen });
  }

  /** A person: asked for in the chat when it is connected, by phone numbers at once when it is not. */
  askForPerson(): void {
    if (this.stage !== 'chatting' || this.link !== 'online' || this.state.over) return this.show('people');
    this.change({ screen: null });
    this.say(this.words.person, { interrupt: 'person' });
  }

  wake(): void {
    this.presence?.saw(this.state);
    this.connection?.wake();
  }
  lostNetwork(): void {
    this.connection?.lostNetwork();
  }

  /** Lets go of the chat and of everything kept of it on this device. */
  leave(): void {
    this.left = true;
    this.forget();
  }

  private forget(): void {
    this.connection?.close();
    this.connection = undefined;
    this.key = undefined;
    this.waiting = null;
    this.unfinished = '';
    savedChat.clear();
  }

  private connect(): Connection {
    this.link = 'idle';
    const connection: Connection = new Connection(
      this.line,
      this.around,
      {
        link: (link) => this.linkIs(link),
        activities: (activities, replay) => this.received(activities, replay),
        outbox: (outbox) => this.change({ outbox }),
        key: (conversation, token) => {
          this.key = { conversation, token };
          this.change({});
        },
      },
      () => localeOf(this.language, this.country),
    );
    this.connection = connection;
    this.presence = new Presence(this.around, (activity) => connection.hint(activity));
    return connection;
  }

  private linkIs(link: Link): void {
    if (link === 'erased') return this.wasErased();
    if (link !== 'gone') {
      this.change({ link, everOnline: this.everOnline || link === 'online' });
      return;
    }
    this.key = undefined;
    this.change({ link, stage: 'gone' });
    savedChat.clear();
  }

  /** A reply that carries a plan settles what was pending. */
  private received(activities: readonly Activity[], replay: boolean): void {
    const state = receive(this.state, activities, replay);
    const keeps = state.plan === this.state.plan ? this.keeps : new Map<string, boolean>();
    if (state.language !== this.state.language) this.follow(state.language);
    if (replay) this.keptBefore = new Set(state.plan.resources.map((item) => item.id));
    this.presence?.theyWrite(state, () => this.change({ state: { ...this.state, typing: null } }));
    this.change({ state, keeps });
    this.presence?.saw(this.state);
    if (state.over) this.wasErased();
  }

  /** The bot answers in the language someone writes; the page around it then speaks it too. */
  private follow(language: string | null): void {
    const known = LANGUAGES.find((one) => one === language);
    if (known !== undefined) this.language = known;
  }

  /** The server has deleted the chat; nothing of it stays on the page but the last word, which says so. */
  private wasErased(): void {
    this.forget();
    const last = this.state.lines[this.state.lines.length - 1];
    const lines = last?.from === 'bot' ? [last] : [];
    this.change({ link: 'gone', state: { ...NEW_CHAT, lines, over: true }, outbox: [], keeps: new Map() });
  }

  private send(input: PageInput): void {
    this.connection?.send(this.outgoing('event', '', input));
    this.change({});
  }

  private outgoing(kind: Outgoing['kind'], text: string, input?: PageInput): Outgoing {
    return outgoing(this.around.id(), kind, text, input);
  }

  private change(what: Partial<Chat>): void {
    if (this.left) return;
    Object.assign(this, what);
    this.save();
    for (const listener of this.listeners) listener();
  }

  private save(): void {
    if (this.key === undefined || this.stage !== 'chatting' || this.state.over) return;
    const { outbox, unfinished, consented, country, language } = this;
    savedChat.write({ ...this.key, outbox, unfinished, consented, country, language });
  }
}
