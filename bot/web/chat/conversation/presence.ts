import type { Surroundings } from '../surroundings.ts';
import { type ChatState, lastSeq } from './chat-state.ts';

/** Milliseconds between two signs of writing, and how long one of theirs is shown. */
const TYPES_EVERY = 3_000;
const TYPING_LASTS = 6_000;

/** One chat's: while a person from the helpline is there: what each side may know of the other, that they write and how far they read. */
export class Presence {
  private readonly around: Surroundings;
  private readonly hint: (activity: Record<string, unknown>) => void;
  private typedAt = 0;
  private sawTo = 0;
  private stopTyping: () => void = () => undefined;

  /** `hint` says something that need not arrive. */
  constructor(around: Surroundings, hint: (activity: Record<string, unknown>) => void) {
    this.around = around;
    this.hint = hint;
  }

  /** The person is writing: told to the one who is there, every few seconds at most. */
  types({ mode }: ChatState): void {
    const now = this.around.now();
    if (mode !== 'with-person' || now - this.typedAt < TYPES_EVERY) return;
    this.typedAt = now;
    this.hint({ type: 'typing' });
  }

  /** What is on the screen has been read, as far as a page can know. */
  saw({ mode, earlier, lines }: ChatState): void {
    const last = lastSeq(lines, 'bot') ?? lastSeq(earlier, 'bot');
    if (mode !== 'with-person' || last === undefined || last <= this.sawTo || !this.around.looking()) return;
    this.sawTo = last;
    this.hint({ type: 'event', name: 'navigator/read', value: { read: last } });
  }

  /** Someone of the helpline writes: if nothing more comes, `stopped` is called. */
  theyWrite({ typing }: ChatState, stopped: () => void): void {
    this.stopTyping();
    if (typing !== null) this.stopTyping = this.around.later(TYPING_LASTS, stopped);
  }
}
