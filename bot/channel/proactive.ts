import type { CloudAdapter, ConversationReference } from 'botbuilder';
import { deliverOutbox, type DeliveryParts } from './delivery.ts';
import { isLoopbackUrl } from './loopback.ts';
import { codeOf } from './navigator-bot.ts';
import type { Later } from './ports.ts';
import { readReference } from './reference.ts';

export interface RedeliveryParts extends Omit<DeliveryParts, 'onUnsent'> {
  adapter: CloudAdapter;
  /** Empty when there is no registration: then only this machine is called. */
  appId: string;
  later: Later;
}

/** Waits before each further try, in milliseconds. After the last, the next turn or the next start tries again. */
const WAITS = [2_000, 5_000, 15_000, 60_000, 300_000];
const AT_ONCE = 4;

/** Sends again what certainly was not sent: after a start, and a while after a channel could not be reached. */
export class Redelivery {
  readonly #parts: RedeliveryParts;
  readonly #tries = new Map<string, number>();
  readonly #waiting = new Map<string, () => void>();
  #stopped = false;

  constructor(parts: RedeliveryParts) {
    this.#parts = parts;
  }

  /** Everything that was left when the process last ended. */
  async start(): Promise<void> {
    const { store, log } = this.#parts;
    const ids = await store.undelivered().catch((error: unknown) => {
      log('redelivery-failed', { code: codeOf(error) });
      return [];
    });
    const worker = async () => {
      for (let id = ids.pop(); id !== undefined && !this.#stopped; id = ids.pop()) await this.#redeliver(id);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  /** To be called when something stayed unsent: tries again later, a few times. */
  retryLater(conversation: string): void {
    const tries = this.#tries.get(conversation) ?? 0;
    const wait = WAITS[tries];
    if (this.#stopped || wait === undefined || this.#waiting.has(conversation)) return;
    this.#tries.set(conversation, tries + 1);
    const callOff = this.#parts.later(wait, () => {
      this.#waiting.delete(conversation);
      void this.#redeliver(conversation);
    });
    this.#waiting.set(conversation, callOff);
  }

  /** Sends what staff or a case have just said. Never throws; what could not be sent is tried again. */
  async now(conversation: string): Promise<void> {
    if (!this.#stopped) await this.#redeliver(conversation);
  }

  stop(): void {
    this.#stopped = true;
    for (const callOff of this.#waiting.values()) callOff();
    this.#waiting.clear();
  }

  async #redeliver(conversation: string): Promise<void> {
    const { adapter, appId, store, log } = this.#parts;
    try {
      const reference = readReference((await store.load(conversation))?.reference);
      if (reference === undefined || (appId === '' && !isLoopbackUrl(reference.serviceUrl))) {
        log('redelivery-impossible', { conversation });
        return;
      }
      let unsent = false;
      await adapter.continueConversationAsync(appId, reference as ConversationReference, async (context) => {
        // The SDK makes up an activity to reply to; no channel knows it, so these are sent as plain messages.
        context.onSendActivities(async (_context, activities, next) => {
          for (const activity of activities) delete activity.replyToId;
          return next();
        });
        await deliverOutbox({ ...this.#parts, onUnsent: () => (unsent = true) }, context, conversation);
      });
      if (unsent) this.retryLater(conversation);
      else this.#tries.delete(conversation);
    } catch (error) {
      log('redelivery-failed', { conversation, code: codeOf(error) });
      this.retryLater(conversation);
    }
  }
}
