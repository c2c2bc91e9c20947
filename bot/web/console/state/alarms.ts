import type { CaseState } from '../../../domain/case.ts';
import type { CaseLine, Duty } from '../../../domain/console.ts';
import { AlarmBell } from './alarm-bell.ts';
import { type Alarm, calls, isAnswered, isSeenByLooking, raised } from './alarm-state.ts';
import type { Words } from '../words/words.ts';

interface AlarmsParts {
  changed: () => void;
  words: () => Words;
  /** Whether a case is open on the screen, and someone is there to see it. */
  isLookingAt: (id: string) => boolean;
}

/** Who needs someone and was not seen yet; the bell rings as long as there is anyone. */
export class Alarms {
  readonly bell = new AlarmBell();
  readonly #parts: AlarmsParts;
  list: readonly Alarm[] = [];

  constructor(parts: AlarmsParts) {
    this.#parts = parts;
  }

  raise(alarm: Alarm): void {
    if (this.#parts.isLookingAt(alarm.case) && isSeenByLooking(alarm.why)) return;
    this.#set(raised(this.list, alarm), true);
  }

  /** Whoever comes to a line in which people wait is called for each of them. */
  callFor(queue: readonly CaseLine[], duty: Duty): void {
    for (const alarm of calls(queue, duty, Date.now())) this.raise(alarm);
  }

  /** Someone has looked: the bell is quiet, and what waits still stands in the list. */
  seen(id: string): void {
    this.#drop((alarm) => alarm.case === id);
  }

  /** A chat is on the screen: that is enough for what is about it alone. */
  lookedAt(id: string): void {
    this.#drop((alarm) => alarm.case === id && isSeenByLooking(alarm.why));
  }

  /** A case is in another state now: nobody may have to come any more. */
  moved(id: string, state: CaseState): void {
    this.#drop((alarm) => alarm.case === id && isAnswered(alarm, state));
  }

  clear(): void {
    this.#drop(() => true);
  }

  #drop(which: (alarm: Alarm) => boolean): void {
    this.#set(
      this.list.filter((alarm) => !which(alarm)),
      false,
    );
  }

  #set(list: readonly Alarm[], loud: boolean): void {
    if (list.length === this.list.length) return;
    const { alertTitle: title, alertBody: body } = this.#parts.words();
    this.list = list;
    this.#parts.changed();
    this.bell.ring(list, { title, body }, loud);
  }
}
