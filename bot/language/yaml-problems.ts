import { isScalar, visit, type YAMLError } from 'yaml';
import type { Report } from './report.ts';
import { lineAndColumn } from './range.ts';
import { type Source, spot } from './spot.ts';
import { inAuthorsWords, OUT_OF_LINE } from './yaml-words.ts';

/** Tells what is wrong with a file as YAML, in an author's words: one problem a line, since one slip leads to many. */
export function reportYaml(source: Source, report: Report): void {
  const lines = new Set<number>();
  let outOfLine = false;
  for (const error of [...source.document.errors, ...source.document.warnings]) {
    if (error.code === 'DUPLICATE_KEY') {
      reportDuplicate(source, error, report);
      continue;
    }
    const from = startOf(source, error);
    const { line } = lineAndColumn(source, from);
    // Behind the end of the document nothing is understood any more: the first problem is the one.
    const echo = lines.size > 0 && /in YAML stream|^Source contains multiple/.test(error.message);
    if (lines.has(line) || echo) continue;
    const words = inAuthorsWords(error, valueOnLine(source, from), beginsLine(source, from));
    // One line out of place puts all that follow out of place.
    if (outOfLine && words.message === OUT_OF_LINE.message) continue;
    outOfLine ||= words.message === OUT_OF_LINE.message || error.code === 'TAB_AS_INDENT';
    lines.add(line);
    report.add('DLG001', spot(source), words.message, {
      range: { from, to: endOfLine(source, from, error) },
      remedy: words.remedy,
    });
  }
  if (source.document.errors.length === 0 && source.value === undefined) reportAlias(source, report);
  reportLostWords(source, report);
}

function reportDuplicate(source: Source, { pos: [from] }: YAMLError, report: Report): void {
  const key = /^[^:\n]*/.exec(source.text.slice(from))?.[0].trim() ?? '';
  report.add('DLG002', spot(source), `\`${key}\` is already there, higher up in the same place.`, {
    range: { from, to: from + Math.max(1, key.length) },
  });
}

/** Where an author should look: the quotation mark that opens, the first word of a line that is out of place. */
function startOf(source: Source, error: YAMLError): number {
  const [from] = error.pos;
  if (error.message.startsWith('Missing closing')) return openingQuote(source, from);
  if (error.code === 'TAB_AS_INDENT' || !beginsLine(source, from)) return from;
  return from + (/^[ ]*/.exec(source.text.slice(from))?.[0].length ?? 0);
}

function beginsLine(source: Source, offset: number): boolean {
  return source.text.slice(source.text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}

/** What stands behind `key: ` on the line of an offset. */
function valueOnLine(source: Source, offset: number): string | undefined {
  const start = source.text.lastIndexOf('\n', offset - 1) + 1;
  const end = source.text.indexOf('\n', offset);
  const line = source.text.slice(start, end < 0 ? undefined : end);
  return /^\s*(?:-\s+)?[^\s:{["'][^:]*:\s+(.*)$/.exec(line)?.[1];
}

/** The end of a text is a bad place to show where its quotation mark is missing. */
function openingQuote(source: Source, end: number): number {
  let start = end;
  visit(source.document, {
    Scalar(_, node) {
      const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
      if (quoted && node.range && node.range[0] < start && node.range[1] >= end - 1) start = node.range[0];
    },
  });
  return start;
}

/** The parser's own end, or where a word ends that begins at the error. */
function endOfLine(source: Source, from: number, error: YAMLError): number {
  const newline = source.text.indexOf('\n', from);
  const end = newline < 0 ? source.text.length : newline;
  return Math.max(from + 1, Math.min(end, Math.max(error.pos[1], from + 1)));
}

/** An alias that leads nowhere is found by the parser only when it is followed. */
function reportAlias(source: Source, report: Report): void {
  let range: { from: number; to: number } | undefined;
  visit(source.document, {
    Alias(_, node) {
      if (node.range && !node.resolve(source.document)) range ??= { from: node.range[0], to: node.range[1] };
    },
  });
  report.add(
    'DLG001',
    spot(source),
    range
      ? 'A text that begins with `*` needs quotes.'
      : 'The file repeats itself too often, or is nested too deeply.',
    {
      remedy: range
        ? 'Put the whole text in "double quotes".'
        : 'Write the values out instead of using & and *.',
      ...(range ? { range } : {}),
    },
  );
}

/** `Call #3 on the list` would lose everything from `#` on: YAML takes it for a comment. */
function reportLostWords(source: Source, report: Report): void {
  // Most files have no such sign at all, and need not be walked through.
  if (!/\s#[^\s!#-]/.test(source.text)) return;
  visit(source.document, {
    Scalar(_, node) {
      const comment = isScalar(node) ? node.comment : undefined;
      if (
        node.type !== 'PLAIN' ||
        !node.range ||
        !comment ||
        comment.includes('\n') ||
        /^[\s!#-]/.test(comment)
      )
        return;
      const from = source.text.indexOf('#', node.range[1]);
      if (from < 0 || source.text.slice(node.range[1], from).includes('\n')) return;
      report.add('DLG011', spot(source), 'The words from `#` on are a comment, and nobody reads them.', {
        range: { from, to: from + 1 + comment.length },
      });
    },
  });
}
