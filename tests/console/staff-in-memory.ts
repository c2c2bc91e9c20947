import type { StaffParts } from '../../bot/app-parts.ts';
import { loadStaffTexts } from '../../bot/console/load.ts';
import { MemoryRecords } from '../../bot/console/records.ts';

/** The staff's side with the texts we ship, and nothing that outlives the process. */
export function staffInMemory(setupToken: string): StaffParts {
  return {
    accounts: new MemoryRecords(),
    sessions: new MemoryRecords(),
    helpline: new MemoryRecords(),
    reports: new MemoryRecords(),
    counts: new MemoryRecords(),
    notices: new MemoryRecords(),
    texts: shippedTexts(),
    setupToken,
  };
}

/** What we ship for staff to read and to begin with. */
export function shippedTexts() {
  const texts = loadStaffTexts(process.cwd());
  if ('problems' in texts) throw new Error(texts.problems.map((one) => one.message).join('\n'));
  return texts.ok;
}
