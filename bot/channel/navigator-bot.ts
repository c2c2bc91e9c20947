import { ActivityHandler, type TurnContext } from 'botbuilder';
import { Fault, never } from '../domain/fault.ts';
import type { Input } from '../domain/input.ts';
import type { RunTurn } from '../turn/run-turn.ts';
import { doorOf, type Door } from './door.ts';
import type { Log } from './ports.ts';
import { readActivity } from './read-activity.ts';

/**
 * The bot, for every channel: reads an activity, runs one turn, hands over what was said. It decides nothing about the
 * conversation and keeps nothing between turns.
 */
export class NavigatorBot extends ActivityHandler {
  readonly #runTurn: RunTurn;
  readonly #log: Log;

  constructor(parts: { runTurn: RunTurn; log: Log }) {
    super();
    this.#runTurn = parts.runTurn;
    this.#log = parts.log;
  }

  /**
   * The SDK's own way from here, through lists of handlers by kind of activity, ends in the same place for every kind:
   * `readActivity` tells them apart. Going straight there saves a twentieth of a turn.
   */
  override async run(context: TurnContext): Promise<void> {
    const door = doorOf(context);
    if (door === undefined) throw new Fault('no-door', context.activity.channelId);
    const reading = readActivity(context.activity);
    switch (reading.kind) {
      case 'nothing':
        return;
      case 'files':
        return door.notice(context, 'noFiles');
      case 'invalid':
        return door.notice(context, 'invalid');
      case 'input':
        return this.#turn(context, door, reading.input, reading.said);
      default:
        return never(reading);
    }
  }

  /** The one place where a Fault of a turn is caught: the person reads a calm sentence, the log gets a code. */
  async #turn(context: TurnContext, door: Door, input: Input, said: string | undefined): Promise<void> {
    const { conversation, key, clientId, hint, reference } = door;
    try {
      const result = await this.#runTurn({
        conversation,
        key,
        input,
        hint,
        ...(said === undefined ? {} : { said }),
        ...(clientId === undefined ? {} : { clientId }),
        ...(reference === undefined ? {} : { reference }),
      });
      await door.deliver(context, result);
    } catch (error) {
      this.#log('turn-failed', { conversation, input: input.kind, code: codeOf(error) });
      await door.notice(context, 'failed');
    }
  }
}

/** What may be written of an error: its code or class, never its message. */
export function codeOf(error: unknown): string {
  if (error instanceof Fault) return error.code;
  if (error instanceof Error) {
    return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  }
  return typeof error;
}
