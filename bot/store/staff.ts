import { join } from 'node:path';
import { RecordFiles } from './lowdb/record-files.ts';

/** A record of the staff's side: what is in it is for `console/` to know. */
interface StaffRecord {
  id: string;
}

/** Folders of the staff's side in the data folder: accounts, sessions, the helpline that the console set up,
 * reports of wrong numbers, and counts. */
export async function openStaffFiles<
  Account extends StaffRecord,
  Session extends StaffRecord,
  Helpline extends StaffRecord,
  Report extends StaffRecord,
  Counts extends StaffRecord,
>(
  dataDir: string,
  understand: {
    account: (value: unknown) => Account | undefined;
    session: (value: unknown) => Session | undefined;
    helpline: (value: unknown) => Helpline | undefined;
    report: (value: unknown) => Report | undefined;
    counts: (value: unknown) => Counts | undefined;
  },
) {
  return {
    accounts: await RecordFiles.open(join(dataDir, 'staff'), understand.account),
    sessions: await RecordFiles.open(join(dataDir, 'sessions'), understand.session),
    helpline: await RecordFiles.open(join(dataDir, 'helpline'), understand.helpline),
    reports: await RecordFiles.open(join(dataDir, 'reports'), understand.report),
    counts: await RecordFiles.open(join(dataDir, 'counts'), understand.counts),
  };
}
