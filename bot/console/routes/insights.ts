import type { Call, Route } from '../../channel/route.ts';
import { LANGUAGES, type Language } from '../../domain/locale.ts';
import type { Clock } from '../../turn/ports.ts';
import type { Guard } from '../guard.ts';
import { insights, insightsCsv, type NameOfKey } from '../insights.ts';
import type { Tally } from '../tally.ts';

export interface InsightsParts {
  guard: Guard;
  tally: Tally;
  clock: Clock;
  nameOfKey: NameOfKey;
}

/** The needs report of a calendar month, on the screen and for a spreadsheet. Without a month: the last one that is over. */
export function insightsRoutes({ guard, tally, clock, nameOfKey }: InsightsParts): Route[] {
  const report = async ({ query }: Call, language: Language) => {
    await tally.flush();
    const now = new Date(clock.now()).toISOString().slice(0, 7);
    const months = tally.months();
    const asked = months.find((month) => month === query.get('month'));
    const id = asked ?? months.find((month) => month < now) ?? now;
    return insights({ id, running: id >= now, days: tally.days(id) }, months, nameOfKey, language);
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
        headers: { 'content-disposition': `attachment; filename="needs-${body.month}.csv"` },
      };
    }),
  ];
}

/** The language the console is in now, or else the one of the account. */
function languageIn({ query }: Call, account: { language: Language }): Language {
  return LANGUAGES.find((one) => one === query.get('language')) ?? account.language;
}
