import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import { Fault } from '../../domain/fault.ts';
import { setDoor, type Door } from '../door.ts';
import type { NavigatorBot } from '../navigator-bot.ts';

/**
 * Runs the bot inside this process. What it sends is collected, not transported: the transcript already holds it, and
 * the endpoint passes it to whoever listens.
 */
export class LocalAdapter extends BotAdapter {
  readonly #sent = new WeakMap<TurnContext, Partial<Activity>[]>();

  /** Runs one turn; resolves with what was sent. */
  async run(activity: Partial<Activity>, door: Door, bot: NavigatorBot): Promise<Partial<Activity>[]> {
    const context = new TurnContext(this, activity);
    const sent: Partial<Activity>[] = [];
    this.#sent.set(context, sent);
    setDoor(context, door);
    await this.runMiddleware(context, (turn) => bot.run(turn));
    return sent;
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    this.#sent.get(context)?.push(...activities);
    return activities.map(() => ({ id: '' }));
  }

  override updateActivity(): Promise<void> {
    throw new Fault('not-supported', 'updateActivity');
  }
  override deleteActivity(): Promise<void> {
    throw new Fault('not-supported', 'deleteActivity');
  }
  override continueConversation(): Promise<void> {
    throw new Fault('not-supported', 'continueConversation');
  }
}
