/** @jsxImportSource react */
import { Select, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Insights } from '../../../domain/console.ts';
import { Bars } from '../parts/bars.tsx';
import type { ConsoleStore } from '../state/console-store.ts';

/** The needs report. */
export function InsightsScreen({ store }: { store: ConsoleStore }) {
  const { words, language } = store;
  /** Empty: the one the server begins with. */
  const [month, setMonth] = useState('');
  const [report, setReport] = useState<Insights | null>(null);
  const [problem, setProblem] = useState('');
  const asked = `month=${month}&language=${language}`;
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
    // An answer about another month that comes late is not shown.
    return () => {
      wanted = false;
    };
  }, [store, asked]);
  const named = (label: string) =>
    (words.outcomes as Record<string, string>)[label] ??
    (words.attemptResults as Record<string, string>)[label] ??
    label;
  const counted = (count: number | null) =>
    count === null ? words.underFive : report?.running === true ? words.orMore(count) : String(count);
  return (
    <section className="page">
      <h2>{words.insights}</h2>
      <p>{words.insightsIntro}</p>
      <div className="row wrap">
        {report !== null && (
          <label className="row">
            {words.month}
            <Select value={report.month} onChange={(_, data) => setMonth(data.value)}>
              {[...new Set([...report.months, report.month])].map((one) => (
                <option key={one} value={one}>
                  {monthName(one, language)}
                </option>
              ))}
            </Select>
          </label>
        )}
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
          {report.running && <p>{words.monthRunning}</p>}
          {report.groups.length === 0 && report.perDay.length === 0 && (
            <div className="empty">
              <strong>{words.nothingCounted}</strong>
              <p>{words.nothingCountedHint}</p>
            </div>
          )}
          {report.waiting.medianSeconds !== null && (
            <p>
              {words.medianWait}: <strong>{words.within(report.waiting.medianSeconds)}</strong>.
              {report.waiting.within2Minutes !== null && (
                <>
                  {' '}
                  {words.within2}: <strong>{counted(report.waiting.within2Minutes)}</strong>.
                </>
              )}
            </p>
          )}
          <div className="plots">
            {report.groups.map((group) => (
              <Bars
                key={group.id}
                title={group.title}
                counted={counted}
                rows={group.rows.slice(0, 15).map((row) => ({ ...row, label: named(row.label) }))}
              />
            ))}
            {report.perDay.length > 0 && (
              <Bars
                title={words.perDay}
                counted={counted}
                rows={report.perDay.map((day) => ({
                  label: dayName(day.day, language),
                  count: day.conversations,
                }))}
              />
            )}
          </div>
        </>
      )}
    </section>
  );
}

/** "November 2026" of `2026-11`. */
function monthName(month: string, language: string): string {
  return new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    new Date(`${month}-01`),
  );
}

/** "27 Nov" of an ISO date, whatever the zone of the reader. */
function dayName(day: string, language: string): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(day),
  );
}
