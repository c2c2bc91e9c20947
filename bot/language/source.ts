import { Document, parseDocument, YAMLParseError } from 'yaml';
import { lineStarts } from './range.ts';
import type { Source } from './spot.ts';

/**
 * One file of the authors: its path from the root of the repository (with `/`), and its text. `role` is the path whose
 * place it takes, for a file that lies elsewhere.
 */
export interface SourceFile {
  path: string;
  text: string;
  role?: string;
}

/** How deeply keys and lists may be nested. Ours need eight levels; the limit keeps us clear of circles and deep towers. */
const DEEPEST = 40;
/** Few dialogs need an alias at all; the limit stops "billion laughs" files. */
const MOST_ALIASES = 50;

/**
 * Parses one file. Never throws: problems are in `document.errors`, or `value` is undefined.
 *
 * @param aliases how often a file may say `*name`
 */
export function readSource(file: SourceFile, aliases = MOST_ALIASES): Source {
  const text = file.text.replace(/^\uFEFF/, '');
  const document = parse(text);
  return {
    path: file.path,
    role: file.role ?? file.path,
    text,
    document,
    lines: lineStarts(text),
    value: plainValue(document, aliases),
  };
}

function parse(text: string): Document {
  // The parser calls itself for each level, so a tower of brackets would exhaust it.
  const tower = towerOfBrackets(text);
  if (tower !== undefined) return unread(tower);
  try {
    return parseDocument(text, { prettyErrors: false, strict: true });
  } catch {
    return unread(0);
  }
}

function unread(at: number): Document {
  const document = new Document();
  document.errors.push(new YAMLParseError([at, at + 1], 'RESOURCE_EXHAUSTION', 'Nested too deeply'));
  return document;
}

/** Where more brackets are open than anybody writes. */
function towerOfBrackets(text: string): number | undefined {
  let open = 0;
  for (const match of text.matchAll(/[[\]{}]/g)) {
    open = match[0] === '[' || match[0] === '{' ? open + 1 : Math.max(0, open - 1);
    if (open > DEEPEST * 4) return match.index;
  }
  return undefined;
}

function plainValue(document: Document, aliases: number): unknown {
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY')) return undefined;
  try {
    const value: unknown = document.toJS({ maxAliasCount: aliases });
    return isDeeper(value, DEEPEST) ? undefined : value;
  } catch {
    return undefined;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
