import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Range, Source, Spot } from './spot.ts';

/**
 * Where a spot stands in the text. A path that does not exist leads to the key of its nearest ancestor that does: a
 * missing key is shown at the map it is missing from.
 */
export function rangeOf(at: Spot): Range {
  const start = at.source.document.contents;
  let node: Node | null = start;
  let range: Range = { from: 0, to: 0 };
  if (start) range = firstLine(at.source, nodeRange(start));
  for (const [depth, step] of at.path.entries()) {
    node = follow(at.source, node);
    const last = depth === at.path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => keyText(item.key) === String(step));
      if (!pair) return range;
      const key = nodeRange(pair.key as Node);
      const value = pair.value as Node | null;
      range = last && at.part === 'value' && value && hasText(value) ? nodeRange(value) : key;
      node = value;
    } else if (isSeq(node) && typeof step === 'number' && node.items[step]) {
      node = node.items[step] as Node;
      range = firstLine(at.source, nodeRange(node));
    } else {
      return range;
    }
  }
  return firstLine(at.source, range);
}

/** Line and column, both from 1. */
export function lineAndColumn(source: Source, offset: number): { line: number; column: number } {
  let low = 0;
  let high = source.lines.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((source.lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: Math.max(0, offset - (source.lines[low] ?? 0)) + 1 };
}

/** The parser's own count misses lines in places it gave up on. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where `words` stand inside the text at `at`; the whole value when they are not found (a folded line, an escape). */
export function rangeOfWords(at: Spot, words: string): Range {
  const node = nodeAt(at);
  const whole = rangeOf(at);
  if (!node) return whole;
  const { from, to } = nodeRange(node);
  const found = at.source.text.slice(from, to).indexOf(words);
  return found < 0 ? whole : { from: from + found, to: from + found + words.length };
}

function nodeAt(at: Spot): Node | null {
  let node = at.source.document.contents;
  for (const step of at.path) {
    node = follow(at.source, node);
    if (isMap(node))
      node = (node.items.find((item) => keyText(item.key) === String(step))?.value ?? null) as Node;
    else if (isSeq(node) && typeof step === 'number') node = (node.items[step] ?? null) as Node | null;
    else return null;
  }
  return node;
}

/** Whether a key stands alone in braces, without a colon: `{ yes: Yes, please }` has the key `please`. */
export function isBareKey(at: Spot): boolean {
  const key = at.path.at(-1);
  const map = nodeAt({ ...at, path: at.path.slice(0, -1) });
  if (typeof key !== 'string' || !isMap(map) || map.flow !== true) return false;
  return map.items.some((item) => keyText(item.key) === key && item.value === null);
}

function follow(source: Source, node: Node | null): Node | null {
  return isAlias(node) ? (node.resolve(source.document) ?? null) : node;
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}

function hasText(node: Node): boolean {
  const range = node.range;
  return range ? range[1] > range[0] : false;
}

function nodeRange(node: Node): Range {
  return node.range ? { from: node.range[0], to: node.range[1] } : { from: 0, to: 0 };
}

/** A frame underlines one line; a block goes on for many. */
function firstLine(source: Source, range: Range): Range {
  const end = source.text.indexOf('\n', range.from);
  return end >= 0 && end < range.to ? { from: range.from, to: Math.max(end, range.from) } : range;
}
