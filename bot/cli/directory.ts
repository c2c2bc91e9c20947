import { type Command, UsageError } from './command.ts';
import { check } from './directory/check.ts';

export const directory: Command = {
  name: 'directory',
  summary: 'checks the list of services, takes services in from other lists, and gives it out in HSDS 3.0',
  usage: `
nav directory check [--as-of DAY] [--json]

Ends with 1 when there is an error.`,
  async run(args, io) {
    const [what, ...rest] = args;
    switch (what) {
      case 'check':
        return check(rest, io);
      default:
        throw new UsageError(
          what === undefined ? 'Say what to do with it.' : `There is nothing called ${what} to do with it.`,
        );
    }
  },
};
