import { ATTEMPT_RESULTS, type Case, OUTCOMES } from '../domain/case.ts';
import type { Insights } from '../domain/console.ts';
import type { Language } from '../domain/locale.ts';
import { GROUPS, REPORT_WORDS } from './report-words.ts';
import type { DayCounts } from './tally.ts';

/** A smaller number could point to someone, so it is not shown. */
const SMALLEST = 5;

/** What a key is called, or undefined when it is none of ours any more. */
export type NameOfKey = (group: string, id: string, language: Language) => string | undefined;

/**
 * The needs report: counts and nothing else. Cells under five are suppressed, in what is shown and in what is exported, and
 * no total is given from which one could be worked out.
 */
export function insights(
  from: string,
  to: string,
  days: readonly DayCounts[],
  cases: readonly Case[],
  nameOf: NameOfKey,
  language: Language,
): Insights {
  const total = new Map<string, number>();
  for (const { counts } of days) {
    for (const [key, count] of Object.entries(counts)) total.set(key, (total.get(key) ?? 0) + count);
  }
  const counted = (prefix: string) =>
    [...total]
      .filter(([key]) => key.startsWith(`${prefix}:`))
      .map(([key, count]) => ({ label: nameOf(prefix, key.slice(prefix.length + 1), language), count }))
      .filter((row): row is { label: string; count: number } => row.label !== undefined)
      .sort((a, b) => b.count - a.count);
  const ended = cases.filter(
    ({ createdAt }) => createdAt.slice(0, 10) >= from && createdAt.slice(0, 10) <= to,
  );
  const groups = GROUPS.map((group) => {
    const rows =
      'prefix' in group ? counted(group.prefix) : group.id === 'outcomes' ? outcomes(ended) : attempts(ended);
    const title = REPORT_WORDS[language].groups[group.id];
    if ('whole' in group && givesAway(rows)) return { id: group.id, title, rows: [] };
    return { id: group.id, title, rows: rows.map(({ label, count }) => ({ label, count: shown(count) })) };
  });
  return {
    from,
    to,
    groups: groups.filter((group) => group.rows.length > 0),
    waiting: waiting(ended),
    perDay: days.map(({ id, counts }) => ({
      day: id,
      conversations: shown(counts['conversation'] ?? 0),
      handoffs: shown((counts['handoff:live'] ?? 0) + (counts['handoff:callback'] ?? 0)),
    })),
  };
}

/** The same as a table for a spreadsheet; a suppressed cell reads `<5`. */
export function insightsCsv(report: Insights, language: Language): string {
  const words = REPORT_WORDS[language];
  const cell = (value: string | number | null) => (value === null ? `<${SMALLEST}` : quoted(String(value)));
  const rows = [
    words.columns,
    ...report.groups.flatMap((group) => group.rows.map((row) => [group.title, row.label, cell(row.count)])),
    ...report.perDay.flatMap((day) => [
      [words.conversations, day.day, cell(day.conversations)],
      [words.requests, day.day, cell(day.handoffs)],
    ]),
    [words.waiting, words.medianWait, cell(report.waiting.medianSeconds)],
    [words.waiting, words.within2, cell(report.waiting.within2Minutes)],
  ];
  return `${rows.map((row) => row.map((one, column) => (column === 2 ? one : quoted(one))).join(',')).join('\r\n')}\r\n`;
}

function outcomes(cases: readonly Case[]) {
  return countsOf(OUTCOMES, (outcome) => cases.filter((one) => one.outcome === outcome).length);
}

function attempts(cases: readonly Case[]) {
  const results = cases.flatMap((one) => one.attempts.map((attempt) => attempt.result));
  return countsOf(ATTEMPT_RESULTS, (result) => results.filter((one) => one === result).length);
}

function countsOf<Label extends string>(labels: readonly Label[], count: (label: Label) => number) {
  return labels.map((label) => ({ label, count: count(label) })).filter((row) => row.count > 0);
}

/** From joining the line to being taken, for live chats. */
function waiting(cases: readonly Case[]): Insights['waiting'] {
  const waits = cases
    .flatMap((one) => {
      const joined = one.audit.find((line) => line.what === 'still-there')?.at;
      const taken = one.audit.find((line) => line.what === 'claimed')?.at;
      return joined === undefined || taken === undefined
        ? []
        : [(Date.parse(taken) - Date.parse(joined)) / 1000];
    })
    .sort((a, b) => a - b);
  const enough = waits.length >= SMALLEST;
  return {
    cases: shown(waits.length),
    medianSeconds: enough ? Math.round(waits[Math.floor(waits.length / 2)] ?? 0) : null,
    within2Minutes: enough ? shown(waits.filter((wait) => wait <= 120).length) : null,
  };
}

/** A single small number beside larger ones could be worked out from what all of them make up. */
function givesAway(rows: readonly { count: number }[]): boolean {
  return rows.filter(({ count }) => shown(count) === null).length === 1;
}

function shown(count: number): number | null {
  return count > 0 && count < SMALLEST ? null : count;
}

/** A cell that a spreadsheet takes for text: quotes doubled, and nothing that begins a formula. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
