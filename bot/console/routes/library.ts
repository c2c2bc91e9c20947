import { failure } from '../../channel/failure.ts';
import type { Route } from '../../channel/route.ts';
import type { DirectoryHit } from '../../domain/console.ts';
import type { Language } from '../../domain/locale.ts';
import type { CaseDesk } from '../../turn/case-desk.ts';
import { mayRead } from '../../handoff/permit.ts';
import type { Guard } from '../guard.ts';
import { BODIES, readBody } from './bodies.ts';
import { type ProtocolSource, repliesFor, type RepliesSource } from '../replies.ts';
import type { Reports } from '../reports.ts';
import type { StaffRoom } from '../room.ts';

export interface LibraryParts {
  guard: Guard;
  desk: CaseDesk;
  room: StaffRoom;
  replies: () => RepliesSource;
  protocol: () => ProtocolSource;
  reports: Reports;
  /** Name and first contact of a service, for staff who check it. */
  describe: (resource: string) => { name: string; contact: string };
  /** Services that fit words and a place, best first. */
  search: (words: string, place: string, language: Language) => DirectoryHit[];
  helplineName: () => string;
  /** When chat opens next, in words of the language; empty when it is open or nobody knows. */
  opens: (language: Language, zone: string | undefined) => string;
}

/** What staff look things up in: services, sentences to begin with, the safety protocol. */
export function libraryRoutes(parts: LibraryParts): Route[] {
  const { guard, desk, room } = parts;
  return [
    guard.route('POST /console/api/directory', (call) => {
      const body = readBody(BODIES.search, call.body);
      if (body === undefined) return failure('bad-request');
      return { status: 200, body: { hits: parts.search(body.words, body.place, body.language) } };
    }),
    guard.route('GET /console/api/reports', () => ({
      status: 200,
      body: { reports: parts.reports.list(parts.describe) },
    })),
    guard.route('POST /console/api/reports/:id/done', async (call) =>
      (await parts.reports.done(call.params['id'] ?? '')) ? { status: 200, body: {} } : failure('not-found'),
    ),
    guard.route('GET /console/api/replies', (call, { account }) => {
      const found = desk.get(call.query.get('case') ?? '');
      const record = found !== undefined && mayRead(found, room.actor(account)) ? found : undefined;
      const name = record?.summary.find(({ id }) => id === 'name' || id.endsWith('.name'))?.text ?? '';
      const replies = repliesFor(parts.replies(), record, {
        name,
        staff: account.name,
        helpline: parts.helplineName(),
        opens: parts.opens(record?.language ?? 'en', record?.timeZone),
      });
      return { status: 200, body: { replies } };
    }),
    guard.route('GET /console/api/protocol', (_call, { account }) => {
      const { title, sections } = parts.protocol();
      const { language } = account;
      return {
        status: 200,
        body: {
          title: title[language],
          sections: sections.map((section) => ({
            heading: section.heading[language],
            points: section.points.map((point) => point[language]),
          })),
        },
      };
    }),
  ];
}
