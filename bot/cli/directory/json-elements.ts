/** One element of a list in a JSON file, still as text, with the line it begins on. */
export interface JsonElement {
  line: number;
  text: string;
}

/** Lists that an object at the top may hold: a page of the HSDS API, or an organization with its services. */
const LIST_KEYS = new Set(['contents', 'services']);
/** An object without such a list is one service, and no service is longer than this. */
const LONGEST_SINGLE = 4_000_000;

/**
 * Cuts a JSON text that arrives in chunks into the elements of its list: `[…]`, `{ "contents": […] }`, `{ "services": […] }`, or a
 * single object. Each element is read by itself, so one that is broken costs only itself, and a file of any length fits. (The
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
      const letter = chunk[n] as string;
      if (letter === '\n') this.#line += 1;
      if (this.#inString) {
        this.#stringGoesOn(letter);
        continue;
      }
      if (this.#element === null && this.#depth === this.#listDepth && !/[\s,\]]/.test(letter)) {
        if (this.#listDepth > 0) {
          this.#element = [];
          this.#elementLine = this.#line;
          from = n;
        }
      } else if (this.#element !== null && this.#depth === this.#listDepth && /[,\]]/.test(letter)) {
        this.#element.push(chunk.slice(from, n));
        found.push(...this.#cut());
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

  #stringGoesOn(letter: string): void {
    if (this.#escaped) this.#escaped = false;
    else if (letter === '\\') this.#escaped = true;
    else if (letter === '"') this.#inString = false;
    else if (this.#depth === 1 && this.#listDepth === 0) this.#key += letter;
  }

  #see(letter: string): void {
    if (letter === '"') {
      this.#inString = true;
      if (this.#depth === 1 && this.#listDepth === 0) this.#key = '';
    } else if (letter === '[' || letter === '{') {
      this.#depth += 1;
      const ours = this.#depth === 1 || (this.#depth === 2 && LIST_KEYS.has(this.#key));
      if (letter === '[' && this.#listDepth === 0 && ours) this.#listDepth = this.#depth;
    } else if (letter === ']' || letter === '}') {
      this.#depth -= 1;
      if (this.#depth < this.#listDepth) this.#listDepth = Number.POSITIVE_INFINITY;
    }
  }
}
