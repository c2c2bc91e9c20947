import { z } from 'zod/v4';
import { helplineSchema } from '../directory/helpline-schema.ts';
import { ROLES } from '../domain/console.ts';
import { LANGUAGES } from '../domain/locale.ts';
import type { Account } from './accounts.ts';
import type { StoredHelpline } from './helpline.ts';
import type { Notice } from '../notices/notices.ts';
import type { Report } from './reports.ts';
import type { Session } from './sessions.ts';
import type { DayCounts } from './tally.ts';

const account = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  role: z.enum(ROLES),
  language: z.enum(LANGUAGES),
  password: z.string(),
  active: z.boolean(),
  createdAt: z.string(),
  lastSeen: z.string().optional(),
});
const session = z.object({
  id: z.string(),
  staff: z.string(),
  csrf: z.string(),
  createdAt: z.string(),
  usedAt: z.string(),
});
const counts = z.object({ id: z.string(), counts: z.record(z.string(), z.number()) });
const notice = z.object({
  id: z.string(),
  case: z.string(),
  by: z.enum(['webhook', 'email']),
  event: z.literal('case.requested'),
  tries: z.number(),
  next: z.number(),
  // Those of earlier versions were removed when they were done.
  done: z.boolean().default(false),
});
const report = z.object({ id: z.string(), count: z.number(), at: z.string() });
const helpline = z.object({ id: z.literal('own'), helpline: helplineSchema });

/** Whether what was stored is what it should be; undefined for anything else. */
export function readAccount(value: unknown): Account | undefined {
  const read = account.safeParse(value).data;
  if (read === undefined) return undefined;
  const { lastSeen, ...rest } = read;
  return lastSeen === undefined ? rest : { ...rest, lastSeen };
}

export function readSession(value: unknown): Session | undefined {
  return session.safeParse(value).data;
}

export function readHelpline(value: unknown): StoredHelpline | undefined {
  return helpline.safeParse(value).data;
}

export function readReport(value: unknown): Report | undefined {
  return report.safeParse(value).data;
}

export function readCounts(value: unknown): DayCounts | undefined {
  return counts.safeParse(value).data;
}

export function readNotice(value: unknown): Notice | undefined {
  return notice.safeParse(value).data;
}
