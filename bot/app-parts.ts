import type { Later, Log } from './channel/ports.ts';
import type { Config } from './config.ts';
import type { Account } from './console/accounts.ts';
import type { StoredHelpline } from './console/helpline.ts';
import type { StaffTexts } from './console/load.ts';
import type { Records } from './console/records.ts';
import type { Report } from './console/reports.ts';
import type { Session } from './console/sessions.ts';
import type { DayCounts } from './console/tally.ts';
import type { Content } from './content.ts';
import type { StaticFiles } from './http/static-files.ts';
import type { NoticeRecords } from './notices/notices.ts';
import type { CaseStore, Chance, Clock, ConversationStore } from './turn/ports.ts';
import type { PageManifest } from './web/page.ts';

/** Everything the product is made of that comes from outside: settings, content, store, time, chance. */
export interface AppParts {
  config: Config;
  /** The content as it is now; with `--watch` it changes while we run. */
  content: () => Content;
  store: ConversationStore;
  cases: CaseStore;
  staff: StaffParts;
  clock: Clock;
  chance: Chance;
  log: Log;
  later: Later;
  tokenKey: Uint8Array;
  assets: StaticFiles;
  /** `dist/manifest.json` of the page. */
  manifest: PageManifest;
  /** The staff console as it was built. */
  console: { manifest: PageManifest; assets: StaticFiles };
}

/** What the staff's side keeps, and what it reads. */
export interface StaffParts {
  accounts: Records<Account>;
  sessions: Records<Session>;
  helpline: Records<StoredHelpline>;
  reports: Records<Report>;
  counts: Records<DayCounts>;
  notices: NoticeRecords;
  texts: StaffTexts;
  /** Opens the first-run setup, once. */
  setupToken: string;
}
