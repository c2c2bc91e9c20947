import type { Role } from '../domain/console.ts';

/**
 * Who may call what. A route that is not here cannot be mounted; `anyone` needs no session. Tested over all routes and
 * roles in `tests/console/access.test.ts`.
 */
export const ACCESS = {
  'GET /console/api/setup': 'anyone',
  'POST /console/api/setup': 'anyone',
  'POST /console/api/sign-in': 'anyone',
  'POST /console/api/sign-out': 'staff',
  'GET /console/api/me': 'staff',
  'GET /console/api/events': 'staff',
  'GET /console/api/board': 'staff',
  'POST /console/api/duty': 'staff',
  'POST /console/api/check-out': 'staff',
  'GET /console/api/cases/:id': 'staff',
  'GET /console/api/cases/:id/transcript': 'staff',
  'POST /console/api/cases/:id/claim': 'staff',
  'POST /console/api/cases/:id/messages': 'staff',
  'POST /console/api/cases/:id/typing': 'staff',
  'POST /console/api/cases/:id/read': 'staff',
  'POST /console/api/cases/:id/send-service': 'staff',
  'POST /console/api/cases/:id/notes': 'staff',
  'POST /console/api/cases/:id/transfer': 'staff',
  'POST /console/api/cases/:id/help': 'staff',
  'POST /console/api/cases/:id/join': 'supervisor',
  'POST /console/api/cases/:id/leave': 'staff',
  'POST /console/api/cases/:id/back-to-bot': 'staff',
  'POST /console/api/cases/:id/close': 'staff',
  'POST /console/api/cases/:id/outcome': 'staff',
  'POST /console/api/cases/:id/attempts': 'staff',
  'POST /console/api/cases/:id/call-later': 'staff',
  'POST /console/api/cases/:id/debriefed': 'staff',
  // Asked for in the body: where a person lives has no place in an address.
  'POST /console/api/directory': 'staff',
  'GET /console/api/replies': 'staff',
  'GET /console/api/protocol': 'staff',
  'GET /console/api/reports': 'staff',
  'POST /console/api/reports/:id/done': 'staff',
  'POST /console/api/chat': 'supervisor',
  'GET /console/api/insights': 'supervisor',
  'GET /console/api/insights.csv': 'supervisor',
  'GET /console/api/staff': 'supervisor',
  'POST /console/api/staff': 'administrator',
  'POST /console/api/staff/:id': 'administrator',
  'GET /console/api/settings': 'administrator',
  'POST /console/api/settings': 'administrator',
} as const satisfies Record<string, Role | 'anyone'>;

export type ConsoleRoute = keyof typeof ACCESS;

const RANK: Readonly<Record<Role, number>> = { staff: 1, supervisor: 2, administrator: 3 };

/** Whether someone of this role may do what needs that one. */
export function reaches(role: Role, needed: Role): boolean {
  return RANK[role] >= RANK[needed];
}
