import type { Call, Route } from '../../channel/route.ts';
import { LANGUAGES, type Language } from '../../domain/locale.ts';
import type { CaseDesk } from '../../turn/case-desk.ts';
import type { Clock } from '../../turn/ports.ts';
import type { Guard } from '../guard.ts';
import { insights, insightsCsv, type NameOfKey } from '../insights.ts';
import type { Tally } from '../tally.ts';

export interface InsightsParts {
  guard: Guard;
  desk: CaseDesk;
  tally: Tally;
  clock: Clock;
  nameOfKey: NameOfKey;
}

const DAY = 86_400_000;

/** The needs report, on the screen and for a spreadsheet. Without dates: the last thirty days. */
export function insightsRoutes({ guard, desk, tally, clock, nameOfKey }: InsightsParts): Route[] {
  const report = async ({ query }: Call, language: Language) => {
    await tally.flush();
    const to = dateIn(query.get('to')) ?? isoDay(clock.now());
    const from = dateIn(query.get('from')) ?? isoDay(clock.now() - 29 * DAY);
    return insights(from, to, tally.days(from, to), desk.all(), nameOfKey, language);
  };
  return [
    guard.route('GET /console/api/insights', async (call, { account }) => ({
      status: 200,
      body: await report(call, languageIn(call, account)),
    })),
    guard.route('GET /console/api/insights.csv', async (call, { account }) => {
      const language = languageIn(call, account);
      const body = await report(call, language);
      return {
        status: 200,
        text: { type: 'text/csv; charset=utf-8', content: insightsCsv(body, language) },
        headers: { 'content-disposition': `attachment; filename="needs-${body.from}-${body.to}.csv"` },
      };
    }),
  ];
}

/** The language the console is in now, or else the one of the account. */
function languageIn({ query }: Call, account: { language: Language }): Language {
  return LANGUAGES.find((one) => one === query.get('language')) ?? account.language;
}

function dateIn(text: string | null): string | undefined {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
