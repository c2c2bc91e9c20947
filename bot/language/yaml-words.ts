import type { YAMLError } from 'yaml';

interface Rule {
  /** `value`: what stands behind the key on the line of the error. `first`: whether the error is the first thing there. */
  fits(error: YAMLError, value: string, first: boolean): boolean;
  message: string;
  remedy: string;
}

const IN_QUOTES = 'Put the whole text in "double quotes", or write it on the next line after `>-`.';

export const OUT_OF_LINE = {
  message: 'This line is not in the same column as the lines it belongs with.',
  remedy: 'Begin it in the same column as its neighbours.',
};

/** What the parser finds, and what an author most likely did. The first that fits counts. */
const RULES: readonly Rule[] = [
  {
    fits: (error, value) =>
      /^[{[]/.test(value) && error.code === 'UNEXPECTED_TOKEN' && error.message.endsWith('at node end'),
    message: 'A text that begins with a bracket needs quotes.',
    remedy: IN_QUOTES,
  },
  {
    fits: (error, value) => value.startsWith('*') || error.code === 'BAD_ALIAS',
    message: 'A text that begins with `*` or `&` needs quotes.',
    remedy: IN_QUOTES,
  },
  {
    fits: (error) => error.code === 'TAB_AS_INDENT',
    message: 'A tab is used to indent this line.',
    remedy: 'Use spaces, two for each level.',
  },
  {
    fits: (error, _, first) =>
      first && (error.code === 'BLOCK_AS_IMPLICIT_KEY' || error.message.endsWith('at node end')),
    ...OUT_OF_LINE,
  },
  {
    fits: (error, value) => error.code === 'BLOCK_AS_IMPLICIT_KEY' && /[^:]:\s/.test(value),
    message: 'There is a colon inside this text.',
    remedy: IN_QUOTES,
  },
  {
    fits: (error) => error.code === 'BLOCK_AS_IMPLICIT_KEY',
    message: 'A key is indented under a line that already has a value.',
    remedy: 'Move it to the same column as the key above, or move the value to a line of its own.',
  },
  {
    fits: (error) => error.code === 'MULTILINE_IMPLICIT_KEY',
    message: 'This line has no `key:`.',
    remedy: 'Write `key: value`, or indent the line more than the key whose text it goes on with.',
  },
  {
    fits: (error) => error.code === 'BAD_SCALAR_START',
    message: 'A text cannot begin with this sign.',
    remedy: IN_QUOTES,
  },
  {
    fits: (error) => error.code === 'TAG_RESOLVE_FAILED',
    message: 'A text that begins with `!` needs quotes.',
    remedy: IN_QUOTES,
  },
  {
    fits: (error) => error.code === 'MULTIPLE_DOCS',
    message: 'A line of `---` begins a second document.',
    remedy: 'Remove the line: a file is one document.',
  },
  {
    fits: (error) => error.code === 'BAD_DQ_ESCAPE',
    message: 'A backslash in double quotes begins a special sign, and this one is not known.',
    remedy: "Remove the backslash, or use 'single quotes'.",
  },
  {
    fits: (error) =>
      /must be sufficiently indented and end with a|Expected .* to end with/.test(error.message),
    message: 'A bracket is opened and not closed.',
    remedy: 'Close it with } or ] on the same line.',
  },
  {
    fits: (error) => error.code === 'BAD_INDENT' || error.message.startsWith('Sequence item without'),
    ...OUT_OF_LINE,
  },
  {
    fits: (error) => error.message.startsWith('Missing closing'),
    message: 'A quotation mark is opened here and never closed.',
    remedy: 'Close it at the end of the text.',
  },
  {
    fits: (error) => /^Missing ,|^Unexpected ,/.test(error.message),
    message: 'The commas inside these brackets do not fit.',
    remedy: 'Write { key: value, key: value } or [a, b].',
  },
  {
    fits: (error) => /block scalar|not a yaml token/i.test(error.message),
    message: 'Words stand behind `>-` or `|`.',
    remedy: 'Begin the text on the next line, indented.',
  },
  {
    fits: (error) => error.message.includes('block-seq-ind'),
    message: 'A list begins on the line of its key.',
    remedy: 'Begin the list on the next line, or write [a, b].',
  },
  {
    fits: (error) => error.message.endsWith('at node end'),
    message: 'Something stands behind the end of this value.',
    remedy: "Put the whole text in one pair of quotes. Inside 'single quotes' write '' for an apostrophe.",
  },
  {
    fits: (error) => error.message.includes('followed by map values'),
    message: 'There is no colon on this line.',
    remedy: 'Write `key: value`, with a space behind the colon.',
  },
  {
    fits: (error) => error.code === 'RESOURCE_EXHAUSTION',
    message: 'Brackets or lines are nested too deeply.',
    remedy: 'Write it flatter.',
  },
];

/** A problem of the YAML itself, as the author would say it. */
export function inAuthorsWords(
  error: YAMLError,
  value = '',
  first = false,
): { message: string; remedy: string } {
  return (
    RULES.find((rule) => rule.fits(error, value, first)) ?? {
      message: 'This line cannot be read.',
      remedy: 'Check colons, quotes and the column it begins in.',
    }
  );
}
