import type { Insights } from '../domain/console.ts';
import type { Language } from '../domain/locale.ts';
import { WAITS } from './case-counts.ts';
import { GROUPS, REPORT_WORDS } from './report-words.ts';
import type { DayCounts } from './tally.ts';

/** A smaller number could point to someone, so it is not shown. */
const SMALLEST = 5;

/** What a key is called, or undefined when it is none of ours any more. */
export type NameOfKey = (group: string, id: string, language: Language) => string | undefined;

/** One calendar month (UTC) of counts. */
export interface Month {
  /** `2026-11` */
  id: string;
  /** It is not over: what is given of it is in steps, and its days are left out. */
  running: boolean;
  days: readonly DayCounts[];
}

/**
 * The needs report of one calendar month: counts and nothing else. Cells under five are suppressed, in what is shown and in
 * what is exported, and no total is given from which one could be worked out. Months do not overlap and a month that is over
 * does not change, so no two reports can be subtracted to find a few people; of the running month, which does change, there
 * are steps of five only.
 */
export function insights(
  month: Month,
  months: readonly string[],
  nameOf: NameOfKey,
  language: Language,
): Insights {
  const { days, running } = month;
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
  const groups = GROUPS.map((group) => {
    const rows = counted(group.prefix);
    const title = REPORT_WORDS[language].groups[group.id];
    const hidden = !running && 'whole' in group && givesAway(rows.map(({ count }) => count));
    return { id: group.id, title, rows: hidden ? [] : running ? inSteps(rows) : rows.map(cell) };
  });
  return {
    month: month.id,
    running,
    months: [...months],
    groups: groups.filter((group) => group.rows.length > 0),
    waiting: waiting(total, running),
    perDay: running ? [] : perDay(days),
  };
}

/** The same as a table for a spreadsheet; a suppressed cell reads `<5`, a step of the running month `10+`. */
export function insightsCsv(report: Insights, language: Language): string {
  const words = REPORT_WORDS[language];
  const cellOf = (value: number | null) =>
    value === null ? `<${SMALLEST}` : quoted(report.running ? `${value}+` : String(value));
  const { medianSeconds, within2Minutes } = report.waiting;
  const rows = [
    words.columns,
    ...report.groups.flatMap((group) => group.rows.map((row) => [group.title, row.label, cellOf(row.count)])),
    ...report.perDay.flatMap((day) => [
      [words.conversations, day.day, cellOf(day.conversations)],
      [words.requests, day.day, cellOf(day.handoffs)],
    ]),
    // Of a few people there is no half.
    ...(medianSeconds === null ? [] : [[words.waiting, words.medianWait, quoted(String(medianSeconds))]]),
    ...(within2Minutes === null ? [] : [[words.waiting, words.within2, cellOf(within2Minutes)]]),
  ];
  return `${rows.map((row) => row.map((one, column) => (column === 2 ? one : quoted(one))).join(',')).join('\r\n')}\r\n`;
}

function perDay(days: readonly DayCounts[]): Insights['perDay'] {
  const counts = days.map(({ id, counts: of }) => ({
    day: id,
    conversations: of['conversation'] ?? 0,
    handoffs: (of['handoff:live'] ?? 0) + (of['handoff:callback'] ?? 0),
  }));
  // What all days make up is known from the languages, and from the requests.
  if (givesAway(counts.map(({ conversations }) => conversations))) return [];
  if (givesAway(counts.map(({ handoffs }) => handoffs))) return [];
  return counts.map(({ day, conversations, handoffs }) => ({
    day,
    conversations: shown(conversations),
    handoffs: shown(handoffs),
  }));
}

/** From joining the line to being taken, for live chats: how long half of them took at most, and how many were soon. */
function waiting(total: ReadonlyMap<string, number>, running: boolean): Insights['waiting'] {
  const taken = WAITS.map((seconds) => ({ seconds, count: total.get(`wait:${seconds}`) ?? 0 }));
  const upTo = (limit: number) =>
    taken.reduce((sum, { seconds, count }) => (seconds <= limit ? sum + count : sum), 0);
  const all = upTo(Number.POSITIVE_INFINITY);
  if (all < SMALLEST) return { medianSeconds: null, within2Minutes: null };
  const soon = upTo(120);
  // The others are a cell too.
  const told = shown(soon) === null || shown(all - soon) === null ? null : soon;
  return {
    medianSeconds: WAITS.find((seconds) => upTo(seconds) * 2 >= all) ?? null,
    within2Minutes: told === null || !running ? told : step(soon),
  };
}

/**
 * Whether small numbers could be worked out from what all of them make up: there is only one, or they are all as small or as
 * large as they can be.
 */
function givesAway(counts: readonly number[]): boolean {
  const small = counts.filter((count) => shown(count) === null);
  const sum = small.reduce((all, count) => all + count, 0);
  return small.length === 1 || (small.length > 1 && (sum === small.length || sum === small.length * 4));
}

/** Of the running month: nothing that is small, not even that it is there. */
function inSteps(rows: readonly { label: string; count: number }[]) {
  return rows
    .filter(({ count }) => count >= SMALLEST)
    .map(({ label, count }) => ({ label, count: step(count) }));
}

function cell({ label, count }: { label: string; count: number }) {
  return { label, count: shown(count) };
}

function step(count: number): number {
  return count - (count % SMALLEST);
}

function shown(count: number): number | null {
  return count > 0 && count < SMALLEST ? null : count;
}

/** A cell that a spreadsheet takes for text: quotes doubled, and nothing that begins a formula. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
