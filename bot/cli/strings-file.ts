import { isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';

interface Row {
  key: string;
  of: string;
  state: 'translated' | 'stale' | 'missing';
  text: string;
}

const STALE = ' The English has changed';

/**
 * A file of translations with a line for every missing text, and a mark above every stale one. Nothing that was
 * translated changes: the result is read again and compared before it is handed back.
 */
export function mergeStrings(before: string, rows: readonly Row[]): { text: string } | { problem: string } {
  const document = parseDocument(before);
  const map = document.get('strings');
  if (document.errors.length > 0 || !isMap(map))
    return { problem: 'The file of translations cannot be read; mend it first.' };
  const strings = map as YAMLMap<Scalar<string>>;
  strings.flow = false;
  let after = -1;
  for (const row of rows) {
    const at = strings.items.findIndex((pair) => keyOf(pair) === row.key);
    if (at < 0) {
      const pair = document.createPair(row.key, { of: row.of, text: '' }) as unknown as Pair<Scalar<string>>;
      pair.key.commentBefore = commentOf(row.text);
      quoted(pair.value);
      strings.items.splice(after + 1, 0, pair);
      after += 1;
    } else {
      const pair = strings.items[at];
      if (pair) mark(pair, row);
      after = at;
    }
  }
  const text = document.toString({ lineWidth: 0 });
  const lost = firstLost(before, text);
  return lost === undefined
    ? { text }
    : { problem: `The line ${lost} would have changed, so nothing was written.` };
}

/** Says above a stale line what the English is now; takes the mark away when it is stale no longer. */
function mark(pair: Pair<Scalar<string>>, row: Row): void {
  const others = (pair.key.commentBefore ?? '')
    .split('\n')
    .filter((line) => !line.startsWith(STALE) && line !== '');
  if (row.state === 'stale')
    others.unshift(`${STALE}, and is now ${row.of}: ${row.text.replace(/\s+/g, ' ')}`);
  pair.key.commentBefore = others.length > 0 ? others.join('\n') : null;
}

/** Fingerprints of digits alone would be read as numbers. */
function quoted(value: unknown): void {
  if (!isMap(value)) return;
  for (const pair of value.items) {
    if (isScalar(pair.value)) pair.value.type = 'QUOTE_DOUBLE';
  }
}

function commentOf(text: string): string {
  return ` ${text.replace(/\s+/g, ' ')}`;
}

function keyOf(pair: Pair<Scalar<string>>): string {
  const key: unknown = pair.key.value;
  return typeof key === 'string' ? key : JSON.stringify(key);
}

function firstLost(before: string, after: string): string | undefined {
  const [old, now] = [before, after].map(
    (text) => (parseDocument(text).toJS() as { strings: Record<string, unknown> }).strings,
  );
  return Object.keys(old ?? {}).find((key) => JSON.stringify(old?.[key]) !== JSON.stringify(now?.[key]));
}
