import type { Log } from '../channel/ports.ts';
import type { Clock } from '../turn/ports.ts';

/** What a text in a log line may look like: an id, a code, a version, an address of ours. No spaces, so no sentences. */
const HARMLESS = /^[\w.:@/+=-]{1,200}$/;

/**
 * Makes the log: one line of JSON for each thing that happened. It takes ids, codes, counts and durations; any other
 * text is withheld, so that nobody's words get here by mistake.
 *
 * @param write takes one line without its end
 */
export function createLog(write: (line: string) => void, clock: Clock): Log {
  return (event, facts = {}) => {
    const line: Record<string, string | number | boolean> = {
      at: new Date(clock.now()).toISOString(),
      event,
    };
    for (const [name, fact] of Object.entries(facts)) {
      line[name] = typeof fact === 'string' && !HARMLESS.test(fact) ? '(withheld)' : fact;
    }
    write(JSON.stringify(line));
  };
}
