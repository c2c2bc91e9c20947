import type { Conversation, Crumb, Frame } from '../domain/conversation.ts';
import type { Effect } from '../domain/effect.ts';
import type { Ask, Part, Plan } from '../domain/reply.ts';
import type { Value } from '../domain/value.ts';
import { Fault } from '../domain/fault.ts';
import type { Dialog, Node, Program } from '../language/program.ts';
import { answersAsWords, speak, word } from './speak.ts';
import type { Text } from '../language/program.ts';
import type { World } from './world.ts';

/** A node that was entered, and (when it was left) which branch was taken; the last index is `else`. Never text. */
export interface TraceStep {
  dialog: string;
  node: string;
  branch?: number;
}

/** How many answers one can go back. */
const CRUMBS_KEPT = 20;
/** More likely than not. */
const MOSTLY = 0.5;
/** Whoever took longer over one answer may have left meanwhile: nobody is called to an empty chat. */
const LONG_PAUSE = 5 * 60_000;

/**
 * The working copy of one step: the conversation as it is becoming, and what will be said and done. It lives inside
 * `step` only; what goes in and comes out is plain data.
 */
export class Draft {
  readonly program: Program;
  readonly world: World;
  conversation: Conversation;
  readonly parts: Part[] = [];
  readonly effects: Effect[] = [];
  readonly trace: TraceStep[] = [];
  ask: Ask | undefined;
  planTouched = false;
  /** Copied once in a step, at the first change. */
  private answersOwned = false;
  /** The crumb that was copied, or dropped, in this step: it may be written to. */
  private crumbOwned: Crumb | undefined;

  constructor(program: Program, world: World, conversation: Conversation) {
    this.program = program;
    this.world = world;
    this.conversation = {
      ...conversation,
      frames: conversation.frames.map((frame) => ({ ...frame })),
      crumbs: [...conversation.crumbs],
    };
  }

  /** The value of a variable by its full name, the built-in ones included. */
  readonly value = (name: string): Value | undefined => {
    const answer = this.conversation.answers[name];
    return answer === undefined ? this.builtIn(name) : answer;
  };

  private builtIn(name: string): Value | undefined {
    const { conversation, world } = this;
    switch (name) {
      case 'language':
        return conversation.language;
      case 'country':
        return conversation.country.toLowerCase();
      case 'consented':
        return conversation.consented;
      case 'helpline':
        return world.helpline.state;
      case 'live_chat':
        return world.helpline.chat === true;
      case 'call_backs':
        return world.helpline.state !== 'none' && world.helpline.callback !== false;
      case 'who_reads':
      case 'what_is_kept':
      case 'must_tell_others':
      case 'number_shown':
        return world.helpline.says?.[name]?.[conversation.language];
      case 'waiting':
        return conversation.mode === 'waiting' || conversation.mode === 'with-person';
      case 'night':
        return isNight(world.now, conversation.timeZone);
      case 'retention_hours':
        return world.retentionHours;
      case 'plan_size':
        return (
          conversation.plan.options.length +
          conversation.plan.resources.length +
          conversation.plan.questions.length
        );
      case 'misses':
        return conversation.misses;
      case 'safety_shown':
        return conversation.safety.length > 0;
      case 'shown_for':
        return dangersOf(conversation);
      case 'telling':
        return (world.wish?.nothing ?? 0) > MOSTLY;
      case 'dying_topic':
        return world.signal?.topic;
      case 'after_pause':
        return (world.pause ?? 0) >= LONG_PAUSE;
      default:
        return undefined;
    }
  }

  /** Sets or (with null) forgets an answer, and notes what it was for going back. */
  set(name: string, value: Value | null): void {
    const { conversation } = this;
    if (name === 'language' || name === 'country' || name === 'consented')
      return this.setSetting(name, value);
    const before = conversation.answers[name];
    // Dialogs clear what they are about to ask, and most of it is clear already.
    if ((before ?? null) === value) return;
    const crumb = conversation.crumbs.at(-1);
    if (crumb && !(name in crumb.before)) this.ownCrumb(crumb).before[name] = before ?? null;
    const answers = this.ownAnswers();
    if (value === null) delete answers[name];
    else answers[name] = value;
  }

  private setSetting(name: 'language' | 'country' | 'consented', value: Value | null): void {
    if (name === 'consented') this.conversation.consented = value === true;
    if (name === 'language' && (value === 'en' || value === 'es')) this.conversation.language = value;
    if (name === 'country' && typeof value === 'string') {
      this.conversation.country = value.toUpperCase() as Conversation['country'];
    }
  }

  private ownAnswers(): Record<string, Value> {
    if (!this.answersOwned) {
      this.conversation.answers = { ...this.conversation.answers };
      this.answersOwned = true;
    }
    return this.conversation.answers;
  }

  private ownCrumb(crumb: Crumb): Crumb {
    if (crumb === this.crumbOwned) return crumb;
    const { crumbs } = this.conversation;
    const own = { ...crumb, before: { ...crumb.before } };
    crumbs[crumbs.length - 1] = own;
    this.crumbOwned = own;
    return own;
  }

  replaceAnswers(answers: Record<string, Value>): void {
    this.conversation.answers = answers;
    this.answersOwned = true;
  }

  /** Marks this question as a place to come back to. Called when it is answered, before the answer is set. */
  dropCrumb(): void {
    const crumb: Crumb = { frames: this.conversation.frames.map((frame) => ({ ...frame })), before: {} };
    this.conversation.crumbs.push(crumb);
    this.crumbOwned = crumb;
    if (this.conversation.crumbs.length > CRUMBS_KEPT) this.conversation.crumbs.shift();
  }

  top(): Frame | undefined {
    return this.conversation.frames.at(-1);
  }

  dialog(id: string): Dialog {
    const dialog = this.program.dialogs.get(id);
    if (dialog === undefined) throw new Fault('no-such-dialog', id);
    return dialog;
  }

  node(frame: Frame): Node {
    const node = this.dialog(frame.dialog).nodes.get(frame.node);
    if (node === undefined) throw new Fault('no-such-node', `${frame.dialog}.${frame.node}`);
    return node;
  }

  text(text: Text): string {
    return speak(
      text,
      this.conversation.language,
      answersAsWords(this.program, this.conversation.language, this.value),
    );
  }

  say(text: string, tone?: 'safety' | 'notice'): void {
    if (text) this.parts.push(tone ? { kind: 'text', text, tone } : { kind: 'text', text });
  }

  /** Says a sentence of `dialogs/words.yaml`. */
  sayWord(id: string, values: Record<string, string> = {}): void {
    this.say(word(this.program, id, this.conversation.language, values), 'notice');
  }

  changePlan(change: (plan: Plan) => Plan): void {
    this.conversation.plan = change(this.conversation.plan);
    this.planTouched = true;
  }
}

/** What urgent numbers were shown for: thoughts of suicide and of self-harm have the same lines. */
function dangersOf({ safety }: Conversation): string[] {
  const dangers = safety.map(({ kind }) => (kind === 'suicide' || kind === 'self-harm' ? 'crisis' : kind));
  return [...new Set(dangers)];
}

/** Between ten in the evening and six in the morning where the person is; undefined when the zone is not known. */
function isNight(now: number, timeZone: string | undefined): boolean | undefined {
  if (timeZone === undefined) return undefined;
  let hours = hourFormats.get(timeZone);
  if (hours === undefined) {
    try {
      hours = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
    } catch {
      return undefined;
    }
    hourFormats.set(timeZone, hours);
  }
  const hour = Number(hours.format(now));
  return hour >= 22 || hour < 6;
}
/** Formatters are costly to make; there are some 400 zones. */
const hourFormats = new Map<string, Intl.DateTimeFormat>();
