/** One element of a list in a JSON file, still as text, with the line it begins on. */
export interface JsonElement {
  line: number;
  text: string;
}

/** The list in a page of the HSDS API. */
const LIST_KEY = 'contents';
/** An object without such a list is one service or one organization, held whole: none is longer than this. */
const LONGEST_SINGLE = 64_000_000;

/**
 * Cuts a JSON text that arrives in chunks into the elements of its list: `[…]` or `{ "contents": […] }`; a single object is one
 * element. Each element is read by itself, so one that is broken costs only itself, and a file of any length fits. (The
 * streaming parsers there are stop at the first slip and name no line.)
 */
export async function* jsonElements(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<JsonElement> {
  const cutter = new Cutter();
  for await (const chunk of chunks) yield* cutter.push(chunk);
  yield* cutter.end();
}

class Cutter {
  #line = 1;
  #depth = 0;
  /** Depth inside the list: 0 until it is found, endless once it is over. */
  #listDepth = 0;
  #inString = false;
  #escaped = false;
  /** The last string at the top of an object: the key, when a list follows. */
  #key = '';
  #element: string[] | null = null;
  #elementLine = 1;
  /** Everything so far, as long as no list was found. */
  #whole = '';

  push(chunk: string): JsonElement[] {
    const found: JsonElement[] = [];
    let from = 0;
    for (let n = 0; n < chunk.length; n += 1) {
      if (this.#inString) {
        n = this.#endOfString(chunk, n);
        continue;
      }
      const letter = chunk.charAt(n);
      if (letter === '\n') this.#line += 1;
      if (this.#depth === this.#listDepth && this.#depth > 0) {
        if (this.#element === null && !/[\s,\]]/.test(letter)) {
          this.#element = [];
          this.#elementLine = this.#line;
          from = n;
        } else if (this.#element !== null && (letter === ',' || letter === ']')) {
          this.#element.push(chunk.slice(from, n));
          found.push(...this.#cut());
        }
      }
      this.#see(letter);
    }
    this.#element?.push(chunk.slice(from));
    this.#whole = this.#listDepth === 0 && this.#whole.length < LONGEST_SINGLE ? this.#whole + chunk : '';
    return found;
  }

  /** What is left: an element that was never closed, or the only one there was. */
  end(): JsonElement[] {
    if (this.#element !== null) return this.#cut();
    const lead = /^\s*/.exec(this.#whole)?.[0] ?? '';
    if (this.#whole.trim() === '') return [];
    return [{ line: lead.split('\n').length, text: this.#whole }];
  }

  #cut(): JsonElement[] {
    const text = (this.#element ?? []).join('').trim();
    this.#element = null;
    return text === '' ? [] : [{ line: this.#elementLine, text }];
  }

  /** Where a string ends, or the last letter of the chunk when it goes on: most of a file is strings, so this is by leaps. */
  #endOfString(chunk: string, from: number): number {
    let start = from;
    if (this.#escaped) {
      this.#escaped = false;
      start += 1;
    }
    let end = chunk.indexOf('"', start);
    while (end >= 0 && isEscaped(chunk, start, end)) end = chunk.indexOf('"', end + 1);
    const stop = end < 0 ? chunk.length : end;
    if (this.#depth === 1 && this.#listDepth === 0) this.#key += chunk.slice(from, stop);
    this.#inString = end < 0;
    this.#escaped = end < 0 && isEscaped(chunk, start, stop);
    return Math.min(stop, chunk.length - 1);
  }

  #see(letter: string): void {
    if (letter === '"') {
      this.#inString = true;
      if (this.#depth === 1 && this.#listDepth === 0) this.#key = '';
    } else if (letter === '[' || letter === '{') {
      this.#depth += 1;
      const ours = this.#depth === 1 || (this.#depth === 2 && this.#key === LIST_KEY);
      if (letter === '[' && this.#listDepth === 0 && ours) this.#listDepth = this.#depth;
    } else if (letter === ']' || letter === '}') {
      this.#depth -= 1;
      if (this.#depth < this.#listDepth) this.#listDepth = Number.POSITIVE_INFINITY;
    }
  }
}

/** Whether an odd number of backslashes stands before a place, not looking before `from`. */
function isEscaped(text: string, from: number, at: number): boolean {
  let slashes = 0;
  while (at - slashes > from && text.charAt(at - slashes - 1) === '\\') slashes += 1;
  return slashes % 2 === 1;
}
