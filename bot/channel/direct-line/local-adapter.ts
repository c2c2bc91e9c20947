import { BotAdapter, TurnContext, type Activity } from 'botbuilder';
import { Fault } from '../../domain/fault.ts';
import { setDoor, type Door } from '../door.ts';
import type { NavigatorBot } from '../navigator-bot.ts';

/**
 * Runs the bot inside this process. It transports nothing: the door of the turn keeps what was said, and the endpoint
 * passes it to whoever listens.
 */
export class LocalAdapter extends BotAdapter {
  /** Runs one turn; what came of it is with the door. */
  async run(activity: Partial<Activity>, door: Door, bot: NavigatorBot): Promise<void> {
    const context = new TurnContext(this, activity);
    setDoor(context, door);
    // The SDK's pipeline of middleware is empty here, and would cost as much as the bot: it is left out.
    await bot.run(context);
  }

  /** Refused, because `run` leaves the pipeline out: middleware that is never called would be missed in silence. */
  override use(..._middleware: unknown[]): never {
    throw new Fault('not-supported', 'LocalAdapter.use: no middleware runs here');
  }

  override sendActivities(): Promise<never> {
    throw new Fault('not-supported', 'sendActivities');
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
