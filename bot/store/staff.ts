import { join } from 'node:path';
import { RecordFiles } from './lowdb/record-files.ts';

/** A record of the staff's side: what is in it is for `console/` to know. */
interface StaffRecord {
  id: string;
}

/** Folders of the staff's side in the data folder: accounts, sessions, the helpline that the console set up,
 * reports of wrong numbers, counts, and notices on their way. */
export async function openStaffFiles<
  Account extends StaffRecord,
  Session extends StaffRecord,
  Helpline extends StaffRecord,
  Report extends StaffRecord,
  Counts extends StaffRecord,
  Notice extends StaffRecord,
>(
  dataDir: string,
  understand: {
    account: (value: unknown) => Account | undefined;
    session: (value: unknown) => Session | undefined;
    helpline: (value: unknown) => Helpline | undefined;
    report: (value: unknown) => Report | undefined;
    counts: (value: unknown) => Counts | undefined;
    notice: (value: unknown) => Notice | undefined;
  },
) {
  return {
    accounts: await RecordFiles.open(join(dataDir, 'staff'), understand.account),
    sessions: await RecordFiles.open(join(dataDir, 'sessions'), understand.session),
    helpline: await RecordFiles.open(join(dataDir, 'helpline'), understand.helpline),
    reports: await RecordFiles.open(join(dataDir, 'reports'), understand.report),
    counts: await RecordFiles.open(join(dataDir, 'counts'), understand.counts),
    notices: await RecordFiles.open(join(dataDir, 'notices'), understand.notice),
  };
}
