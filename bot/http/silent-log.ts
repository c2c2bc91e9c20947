import type restify from 'restify';

type RestifyLog = NonNullable<restify.ServerOptions['log']>;

/** A log for restify that writes nothing: its own lines would hold addresses with tokens in them. */
export function silentLog(): RestifyLog {
  const nothing = () => undefined;
  const log: Record<string, unknown> = {};
  for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal']) log[level] = nothing;
  log['child'] = () => log;
  // restify's types still ask for all of bunyan; it calls only these.
  return log as unknown as RestifyLog;
}
