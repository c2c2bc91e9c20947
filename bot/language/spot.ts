import type { Document } from 'yaml';

/** A parsed file, which still knows where everything in it stands. */
export interface Source {
  path: string;
  role: string;
  text: string;
  document: Document;
  /** Offsets at which lines begin. */
  lines: readonly number[];
  /** Plain JSON of the document; undefined when the YAML could not be read. */
  value: unknown;
}

export type Path = readonly (string | number)[];
/** A place in a file: the key at the end of `path`, or its value. */
export interface Spot {
  source: Source;
  path: Path;
  part: 'key' | 'value';
}

/** Half-open range of UTF-16 offsets in the text of a file. */
export interface Range {
  from: number;
  to: number;
}

export function spot(source: Source, path: Path = [], part: Spot['part'] = 'value'): Spot {
  return { source, path, part };
}

/** The value further down. */
export function into(at: Spot, ...path: (string | number)[]): Spot {
  return { source: at.source, path: [...at.path, ...path], part: 'value' };
}

/** The key at this place rather than its value. */
export function keyOf(at: Spot): Spot {
  return { ...at, part: 'key' };
}
