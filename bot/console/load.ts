import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod/v4';
import {
  pagesSchema,
  type PagesSource,
  type ProtocolSource,
  protocolSchema,
  type RepliesSource,
  repliesSchema,
} from './replies.ts';

/** What staff read, and what the helpline publishes, from `resources/helplines/`. */
export interface StaffTexts {
  replies: RepliesSource;
  protocol: ProtocolSource;
  /** Pages that the product publishes for the helpline. */
  pages: PagesSource;
}

/** Something in these files that cannot be right. */
export interface StaffTextProblem {
  file: string;
  path: string;
  message: string;
}

/** Reads the staff's texts; everything that is wrong is told at once. The only file of this room that touches the disk. */
export function loadStaffTexts(root: string): { ok: StaffTexts } | { problems: StaffTextProblem[] } {
  const problems: StaffTextProblem[] = [];
  const read = <S extends z.ZodType>(name: string, schema: S): z.infer<S> | undefined => {
    const file = join('resources', 'helplines', name);
    let value: unknown;
    try {
      value = parse(readFileSync(join(root, file), 'utf8'));
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      const message = missing
        ? 'The file is missing.'
        : 'This is no YAML: look for a colon or a quote in a text.';
      problems.push({ file, path: '', message });
      return undefined;
    }
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      problems.push({ file, path: issue.path.map(String).join('.'), message: issue.message });
    }
    return undefined;
  };
  const replies = read('replies.yaml', repliesSchema);
  const protocol = read('protocol.yaml', protocolSchema);
  const pages = read('pages.yaml', pagesSchema);
  return replies && protocol && pages ? { ok: { replies, protocol, pages } } : { problems };
}
