import { isScalar, type Scalar, visit, type YAMLError } from 'yaml';
import type { Report } from './report.ts';
import { lineAndColumn, type Source, spot } from './source.ts';

interface Words {
  message: string;
  remedy: string;
}

/** Tells what is wrong with a file as YAML, in an author's words: one problem a line, since one slip leads to many. */
export function reportYaml(source: Source, report: Report): void {
  const lines = new Set<number>();
  for (const error of [...source.document.errors, ...source.document.warnings]) {
    const from = error.pos[0];
    const duplicate = error.code === 'DUPLICATE_KEY';
    const start = error.message.startsWith('Missing closing') ? openingQuote(source, from) : from;
    const { line } = lineAndColumn(source, start);
    if (lines.has(line) && !duplicate) continue;
    lines.add(line);
    const range = { from: start, to: endOfLine(source, start, error) };
    if (duplicate) {
      const key = /^[^:\n]*/.exec(source.text.slice(from))?.[0].trim() ?? '';
      report.add('DLG002', spot(source), `\`${key}\` is already there, higher up in the same place.`, {
        range: { from, to: from + Math.max(1, key.length) },
      });
    } else {
      const words = inAuthorsWords(source, error);
      report.add('DLG001', spot(source), words.message, { range, remedy: words.remedy });
    }
  }
  if (source.document.errors.length === 0 && source.value === undefined) reportAlias(source, report);
  reportLostWords(source, report);
}

function inAuthorsWords(source: Source, error: YAMLError): Words {
  const quotes = 'Put the whole text in "double quotes", or write it on the next line after `>-`.';
  const value = valueOnLine(source, error.pos[0]);
  if (value && /^[{[]/.test(value) && error.code === 'UNEXPECTED_TOKEN') {
    return { message: `A text that begins with \`${value[0]}\` needs quotes.`, remedy: quotes };
  }
  if (value?.startsWith('*')) return { message: 'A text that begins with `*` needs quotes.', remedy: quotes };
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'A tab is used to indent this line.', remedy: 'Use spaces, two for each level.' };
    case 'BLOCK_AS_IMPLICIT_KEY':
      return value && /[^:]:\s/.test(value)
        ? { message: 'There is a colon inside this text.', remedy: quotes }
        : {
            message: 'A key is indented under a line that already has a value.',
            remedy: 'Move it to the same column as the key above, or move the value to a line of its own.',
          };
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        message: 'This line has no `key:`.',
        remedy: 'Write `key: value`, or indent the line more than the key whose text it goes on with.',
      };
    case 'BAD_SCALAR_START':
      return { message: 'A text cannot begin with this sign.', remedy: quotes };
    case 'TAG_RESOLVE_FAILED':
      return { message: 'A text that begins with `!` needs quotes.', remedy: quotes };
    case 'MULTIPLE_DOCS':
      return {
        message: 'A line of `---` begins a second document.',
        remedy: 'Remove the line: one dialog is one file.',
      };
    case 'BAD_DQ_ESCAPE':
      return {
        message: 'A backslash in double quotes begins a special sign, and this one is not known.',
        remedy: "Remove the backslash, or use 'single quotes'.",
      };
    case 'BAD_INDENT':
      return /end with a [}\]]/.test(error.message)
        ? { message: 'A bracket is opened and not closed.', remedy: 'Close it with } or ] on the same line.' }
        : {
            message: 'This line is not in the same column as the lines it belongs with.',
            remedy: 'Begin it in the same column as its neighbours.',
          };
    case 'BAD_ALIAS':
      return { message: 'A text that begins with `*` or `&` needs quotes.', remedy: quotes };
    default:
      break;
  }
  if (error.message.startsWith('Missing closing')) {
    return {
      message: 'A quotation mark is opened here and never closed.',
      remedy: 'Close it at the end of the text.',
    };
  }
  if (/^Missing ,|Unexpected ,/.test(error.message)) {
    return {
      message: 'The commas inside these brackets do not fit.',
      remedy: 'Write { key: value, key: value } or [a, b].',
    };
  }
  if (/block scalar|not a yaml token/i.test(error.message)) {
    return {
      message: 'Words stand behind `>-` or `|`.',
      remedy: 'Begin the text on the next line, indented.',
    };
  }
  if (error.message.includes('block-seq-ind')) {
    return {
      message: 'A list begins on the line of its key.',
      remedy: 'Begin the list on the next line, or write [a, b].',
    };
  }
  if (error.message.endsWith('at node end')) {
    return {
      message: 'Something stands behind the end of this value.',
      remedy: "Put the whole text in one pair of quotes. Inside 'single quotes' write '' for an apostrophe.",
    };
  }
  if (error.message.includes('followed by map values')) {
    return {
      message: 'There is no colon on this line.',
      remedy: 'Write `key: value`, with a space behind the colon.',
    };
  }
  return {
    message: 'This line cannot be read.',
    remedy: 'Check colons, quotes and the column it begins in.',
  };
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
  visit(source.document, {
    Scalar(_, node) {
      const comment = isScalar(node) ? (node as Scalar).comment : undefined;
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
