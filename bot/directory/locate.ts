import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node } from 'yaml';

/** What has a place in a file: at a path, and by line and column once that is known. */
interface Placed {
  file: string;
  path: string;
  line?: number;
  column?: number;
}

/**
 * Adds line and column to the problems that name only a path. `textOf` gives the text of a file, or null. Each file with a
 * problem is parsed once; a file without any, never.
 */
export function located<P extends Placed>(
  problems: readonly P[],
  textOf: (file: string) => string | null,
): P[] {
  const spots = new Map<string, ((path: string) => Spot | undefined) | null>();
  return problems.map((problem) => {
    if (problem.column !== undefined) return problem;
    let find = spots.get(problem.file);
    if (find === undefined) {
      const text = textOf(problem.file);
      find = text === null ? null : spotsOf(text);
      spots.set(problem.file, find);
    }
    const spot = find?.(problem.path);
    return spot === undefined ? problem : { ...problem, ...spot };
  });
}

interface Spot {
  line: number;
  column: number;
}

function spotsOf(text: string): (path: string) => Spot | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  /** `resources` → id → its entry, so that a thousand problems of one long file are found at once. */
  const byId = new Map<Node, Map<unknown, Node>>();
  return (path) => {
    let at: Node | null = document.contents;
    let start = at?.range?.[0];
    for (const [, key = '', item = ''] of path.matchAll(/([^.[\]]+)|\[([^\]]+)\]/g)) {
      const next: { node: Node | null; start?: number } | undefined = key
        ? underKey(at, key)
        : { node: inList(at, item, byId) };
      if (next?.node == null) break;
      at = next.node;
      start = next.start ?? at.range?.[0];
    }
    if (start === undefined) return undefined;
    const { line, col } = counter.linePos(start);
    return { line, column: col };
  };
}

/** The value of a key. The spot of a problem is its key: an author looks for the word. */
function underKey(at: Node | null, key: string): { node: Node | null; start?: number } | undefined {
  if (!isMap(at)) return undefined;
  const pair = at.items.find((one) => String(one.key) === key);
  if (pair === undefined) return undefined;
  const [start] = (pair.key as Node).range ?? [];
  return { node: pair.value as Node | null, ...(start === undefined ? {} : { start }) };
}

function inList(at: Node | null, item: string, byId: Map<Node, Map<unknown, Node>>): Node | null {
  if (!isSeq(at)) return null;
  let ids = byId.get(at);
  if (ids === undefined) {
    ids = new Map();
    for (const [index, node] of at.items.entries()) {
      const id = isMap(node) ? node.get('id') : undefined;
      ids.set(typeof id === 'string' ? id : String(index), node as Node);
      ids.set(String(index), node as Node);
    }
    byId.set(at, ids);
  }
  return ids.get(item) ?? null;
}
