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

/** What staff read, from `resources/helplines/`. */
export interface StaffTexts {
  replies: RepliesSource;
  protocol: ProtocolSource;
  /** Pages that the product publishes for the helpline. */
  pages: PagesSource;
}

/** Reads the staff's texts. The only file of this room that touches the disk. Throws a sentence that names file and place. */
export function loadStaffTexts(root: string): StaffTexts {
  return {
    replies: read(root, 'replies.yaml', repliesSchema),
    protocol: read(root, 'protocol.yaml', protocolSchema),
    pages: read(root, 'pages.yaml', pagesSchema),
  };
}

function read<S extends z.ZodType>(root: string, name: string, schema: S): z.infer<S> {
  const path = join('resources', 'helplines', name);
  const result = schema.safeParse(parse(readFileSync(join(root, path), 'utf8')));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Error(`${path} ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'not readable'}`);
}
