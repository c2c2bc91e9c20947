import { CloudAdapter, type Activity, type TurnContext } from 'botbuilder';
import { Fault } from '../domain/fault.ts';
import { ConnectorAuthentication } from './connector-clients.ts';
import { failure } from './failure.ts';
import type { MicrosoftApp } from './microsoft-app.ts';
import { codeOf } from './navigator-bot.ts';
import type { Log } from './ports.ts';
import type { Answer, Call } from './route.ts';

/** CloudAdapter without its HTTP side, which would print errors and send their text to the caller. */
export class ConnectorAdapter extends CloudAdapter {
  readonly #authentication: ConnectorAuthentication;
  readonly #log: Log;

  constructor(app: MicrosoftApp | undefined, log: Log) {
    const authentication = new ConnectorAuthentication(app);
    super(authentication);
    this.#authentication = authentication;
    this.#log = log;
  }

  /**
   * There is no middleware here. With an empty list the SDK would only wrap the turn in proxies, which make every look
   * at it slower.
   */
  protected override async runMiddleware(
    context: TurnContext,
    next: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    await next(context);
  }

  /** Refused, because `runMiddleware` leaves it out: middleware that is never called would be missed in silence. */
  override use(..._middleware: unknown[]): never {
    throw new Fault('not-supported', 'ConnectorAdapter.use: no middleware runs here');
  }

  async receive(
    call: Call,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Answer> {
    let identified: Awaited<ReturnType<ConnectorAuthentication['authenticateRequest']>>;
    try {
      identified = await this.#authentication.authenticateRequest(activity, call.headers.authorization ?? '');
    } catch (error) {
      const ours = isOurTrouble(error);
      this.#log(ours ? 'authentication-unavailable' : 'authentication-refused', { code: codeOf(error) });
      return failure(ours ? 'failed' : 'unauthorised');
    }
    try {
      const response = await this.processActivity(identified, activity, logic);
      return { status: response?.status ?? 200, body: response?.body };
    } catch (error) {
      this.#log('activity-failed', { code: codeOf(error) });
      return failure('failed');
    }
  }
}

/** The keys of Bot Framework could not be read: the channel should try again. All else is the caller's fault. */
function isOurTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'FetchError' || ('statusCode' in error && error.statusCode === 500);
}
