import { nearest } from '../language/nearest.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { check } from './directory/check.ts';
import { exportList } from './directory/export.ts';
import { importList } from './directory/import.ts';

const ACTIONS = new Map<string, (args: string[], io: Io) => number | Promise<number>>([
  ['check', check],
  ['import', importList],
  ['export', exportList],
]);

export const directory: Command = {
  name: 'directory',
  summary: 'checks the list of services, takes services in from other lists, and gives it out in HSDS 3.0',
  usage: `
nav directory check [--as-of DAY] [--json]
nav directory import FILE [--out FILE] [--report FILE] [--default COLUMN=VALUE]… [--json]
nav directory export [--out FILE] [--json]

check    tells everything there is to mend, with file, line and remedy: numbers, dead ends, doubles, and what is due to be
         checked again. --as-of 2027-01-31 looks at the dates as on that day. Ends with 1 when there is an error.
import   FILE is HSDS 3.0 JSON, a folder of HSDS 3.0 tables (services.csv …), or a spreadsheet as .csv. Good rows are kept, bad
         ones rejected, each with its line and reason. Without --out nothing is written.
         --out FILE      writes what is kept: .yaml, or .json for a long list
         --report FILE   writes what became of each row, one JSON value a line
         --default …     fills in a column that the list does not have: --default country=US --default kinds=transport
         Ends with 1 when a row was rejected.
export   writes the list as HSDS 3.0 JSON; without --out, to standard output. Where SCHEMAS_DIR names the published schemas,
         checks against them too.

--json   one JSON value on standard output`,
  async run(args, io) {
    const [what, ...rest] = args;
    if (what === undefined) throw new UsageError('Say what to do with it.');
    const act = ACTIONS.get(what);
    if (act === undefined) {
      const near = nearest(what, ACTIONS.keys());
      throw new UsageError(`There is no nav directory ${what}.${near ? ` Did you mean ${near}?` : ''}`);
    }
    return act(rest, io);
  },
};
