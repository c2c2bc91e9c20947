import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../bot/cli/command.ts';
import { PLAIN } from '../../bot/language/code-frame.ts';
import { baseWith } from '../diagnostics/base.ts';

/** The base written to a folder of its own, and what a command says there. */
export interface SmallRoot {
  root: string;
  io: Io;
  out: string[];
  err: string[];
  write(path: string, text: string): void;
  remove(): void;
}

export function smallRoot(typed: readonly string[] = []): SmallRoot {
  const root = mkdtempSync(join(tmpdir(), 'nav-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const { path, text } of baseWith()) write(path, text);
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    root,
    folder: root,
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
    paint: PLAIN,
    now: () => Date.UTC(2026, 10, 20, 12),
    async *lines() {
      for (const line of typed) yield await Promise.resolve(line);
    },
  };
  return { root, io, out, err, write, remove: () => rmSync(root, { recursive: true }) };
}
