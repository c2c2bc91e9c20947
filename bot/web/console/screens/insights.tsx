/** @jsxImportSource react */
import { Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Insights } from '../../../domain/console.ts';
import { Bars } from '../parts/bars.tsx';
import type { ConsoleStore } from '../state/console-store.ts';

/** The needs report. */
export function InsightsScreen({ store }: { store: ConsoleStore }) {
  const { words, language } = store;
  const today = new Date();
  const isoDay = (date: Date) => date.toISOString().slice(0, 10);
  const [from, setFrom] = useState(isoDay(new Date(today.getTime() - 29 * 86_400_000)));
  const [to, setTo] = useState(isoDay(today));
  const [report, setReport] = useState<Insights | null>(null);
  const [problem, setProblem] = useState('');
  const asked = `from=${from}&to=${to}&language=${language}`;
  useEffect(() => {
    let wanted = true;
    const show = (answer: Insights | null, told: string) => {
      if (!wanted) return;
      setReport(answer);
      setProblem(told);
    };
    store.api.get<Insights>(`insights?${asked}`).then(
      (answer) => show(answer, ''),
      (error: unknown) => show(null, store.wordsFor(error)),
    );
    // An answer about other days that comes late is not shown.
    return () => {
      wanted = false;
    };
  }, [store, asked]);
  const named = (label: string) =>
    (words.outcomes as Record<string, string>)[label] ??
    (words.attemptResults as Record<string, string>)[label] ??
    label;
  return (
    <section className="page">
      <h2>{words.insights}</h2>
      <p>{words.insightsIntro}</p>
      <div className="row wrap">
        <label>
          {words.from}{' '}
          <input type="date" value={from} max={to} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label>
          {words.to}{' '}
          <input type="date" value={to} min={from} onChange={(event) => setTo(event.target.value)} />
        </label>
        <a href={`/console/api/insights.csv?${asked}`} download>
          {words.download}
        </a>
      </div>
      <p className="error" role="alert">
        {problem}
      </p>
      {report === null ? (
        problem === '' && <Spinner label={words.loading} />
      ) : (
        <>
          {report.groups.length === 0 && report.perDay.length === 0 && (
            <p className="empty">{words.nothingCounted}</p>
          )}
          {report.waiting.medianSeconds !== null && (
            <p>
              {words.medianWait}: <strong>{words.seconds(report.waiting.medianSeconds)}</strong>.{' '}
              {words.within2}: <strong>{report.waiting.within2Minutes ?? words.underFive}</strong>.
            </p>
          )}
          <div className="plots">
            {report.perDay.length > 0 && (
              <Bars
                title={words.perDay}
                store={store}
                rows={report.perDay.map((day) => ({
                  label: dayName(day.day, language),
                  count: day.conversations,
                }))}
              />
            )}
            {report.groups.map((group) => (
              <Bars
                key={group.id}
                title={group.title}
                store={store}
                rows={group.rows.slice(0, 15).map((row) => ({ ...row, label: named(row.label) }))}
              />
            ))}
          </div>
        </>
      )}
    </section>
  );
}

/** "27 Nov" of an ISO date, whatever the zone of the reader. */
function dayName(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(day),
  );
}
