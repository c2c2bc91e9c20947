/** One thing a person can be shown, with all that a reviewer needs to judge it. */
export interface Sentence {
  /** The file it stands in, from the root of the repository. */
  file: string;
  /** Its place in that file; with `file` the same for as long as it is the same sentence. */
  key: string;
  en: string;
  /** Null when it is not translated, or the translation is of older words. */
  es: string | null;
  sources: readonly { label: string; url: string | null }[];
}

/** Names that humans have signed with, by file. A file without any is a draft. */
export type Signatures = ReadonlyMap<string, readonly string[]>;
