import type { Directory } from '../../directory/types.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Effect } from '../../domain/effect.ts';
import type { Input } from '../../domain/input.ts';
import { ofLabel, type Signal } from '../../domain/signal.ts';
import type { Wish } from '../../domain/wish.ts';
import { Draft, type TraceStep } from '../../engine/draft.ts';
import { enter, run } from '../../engine/run.ts';
import { freshConversation } from '../../engine/start.ts';
import { type Step, step } from '../../engine/step.ts';
import { isUrgentHelp } from '../../engine/urgent-help.ts';
import type { World } from '../../engine/world.ts';
import type { Program } from '../../language/program.ts';

/** What is around a conversation that is only played. */
export interface Stage {
  program: Program;
  directory: Directory;
  assess: (text: string) => Signal | null;
  understand?: (text: string) => Wish;
  findOptions?: NonNullable<World['findOptions']>;
}

/** A code nobody has to guess: these conversations are played and thrown away. */
const PLAY_CODE = 'ABCD-EFGH';

/** Plays one conversation with the real engine, in memory. */
export class Player {
  readonly stage: Stage;
  /** Milliseconds since 1970; moved on by the one who plays. */
  now: number;
  helpline: World['helpline'] = { state: 'none' };
  last: Step | null = null;
  /** When the last input came, so that a pause is as long as in life. */
  private heardAt: number;
  readonly effects: Effect[] = [];
  readonly trace: TraceStep[] = [];

  constructor(stage: Stage, now: number) {
    this.stage = stage;
    this.now = now;
    this.heardAt = now;
  }

  get conversation(): Conversation | null {
    return this.last?.conversation ?? null;
  }

  /** The opening, as everybody meets it. */
  start(hint: { language?: Conversation['language']; country?: Conversation['country'] } = {}): Step {
    return this.took(step(this.stage.program, this.world(null), null, { kind: 'start' }, hint));
  }

  /** One dialog by itself, from its start or one of its nodes, in a conversation prepared beforehand. */
  startAt(dialog: string, prepared: Partial<Conversation>, node?: string): Step {
    const { program } = this.stage;
    const draft = new Draft(program, this.world(null), { ...freshConversation(program), ...prepared });
    enter(draft, dialog);
    const frame = draft.top();
    if (frame && node !== undefined) frame.node = node;
    run(draft);
    const { conversation, parts, ask, effects, trace } = draft;
    return this.took({ conversation, reply: { parts, ...(ask ? { ask } : {}) }, effects, trace });
  }

  /** `signal` stands for what the safety check would find; left out, the real check hears what was typed or pressed. */
  input(input: Input, signal?: Signal | null): Step {
    const found = signal ?? this.listen(input);
    const wish = input.kind === 'text' ? (this.stage.understand?.(input.text) ?? null) : null;
    return this.took(step(this.stage.program, { ...this.world(found), wish }, this.conversation, input));
  }

  /** As in a turn: typed words are checked whole, the label of each choice by itself and only for danger. */
  private listen(input: Input): Signal | null {
    if (input.kind === 'text') return this.stage.assess(input.text);
    if (input.kind !== 'choose') return null;
    if (isUrgentHelp(this.stage.program, this.conversation?.frames.at(-1)?.dialog)) return null;
    const offered = this.last?.reply?.ask?.choices ?? [];
    for (const id of input.choices) {
      const found = ofLabel(this.stage.assess(offered.find((choice) => choice.id === id)?.label ?? ''));
      if (found !== null) return found;
    }
    return null;
  }

  private took(taken: Step): Step {
    this.last = taken;
    this.heardAt = this.now;
    this.effects.push(...taken.effects);
    this.trace.push(...taken.trace);
    return taken;
  }

  private world(signal: Signal | null): World {
    return {
      now: this.now,
      directory: this.stage.directory,
      helpline: this.helpline,
      signal,
      ...(this.stage.findOptions ? { findOptions: this.stage.findOptions } : {}),
      retentionHours: 24,
      pause: this.now - this.heardAt,
      spareCode: PLAY_CODE,
      caseId: 'played',
      lastSeq: 0,
    };
  }
}
