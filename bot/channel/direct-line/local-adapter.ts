import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import { Fault } from '../../domain/fault.ts';
import { setDoor, type Door } from '../door.ts';
import type { NavigatorBot } from '../navigator-bot.ts';

const SENT = Symbol('sent');

/**
 * Runs the bot inside this process. What it sends is collected, not transported: the transcript already holds it, and
 * the endpoint passes it to whoever listens.
 */
export class LocalAdapter extends BotAdapter {
  /** Runs one turn; resolves with what was sent. */
  async run(activity: Partial<Activity>, door: Door, bot: NavigatorBot): Promise<Partial<Activity>[]> {
    const context = new TurnContext(this, activity);
    const sent: Partial<Activity>[] = [];
    context.turnState.set(SENT, sent);
    setDoor(context, door);
    // The SDK's pipeline of middleware is empty here, and would cost as much as the bot: it is left out.
    await bot.run(context);
    return sent;
  }

  /** Refused, because `run` leaves the pipeline out: middleware that is never called would be missed in silence. */
  override use(..._middleware: unknown[]): never {
    throw new Fault('not-supported', 'LocalAdapter.use: no middleware runs here');
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    context.turnState.get<Partial<Activity>[] | undefined>(SENT)?.push(...activities);
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
