import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileAll } from '../language/compile.ts';
import { readSources } from '../language/load.ts';
import { fingerprint, type TextEntry } from '../language/text.ts';
import type { Command } from './command.ts';
import { mergeStrings } from './strings-file.ts';

const LANGUAGE = 'es';

/** One text and how its translation stands. */
interface Row {
  key: string;
  of: string;
  state: 'translated' | 'stale' | 'missing';
  text: string;
}

export const strings: Command = {
  name: 'strings',
  summary: 'lists the texts that are not translated yet, or makes room for them in the file of translations',
  usage: `
nav strings [--all] [--write] [--json]

--all    every text, not only those that are missing or stale
--write  adds a line for each missing text to dialogs/strings/${LANGUAGE}.yaml, with the English above it, and marks stale
         ones. What a translator has written is never changed or removed.
--json   one JSON value on standard output: { language, rows }`,
  run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        all: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
    const { texts, material } = compileAll(readSources(io.root));
    const translations =
      material.translations.get(LANGUAGE)?.all ?? new Map<string, { of: string; text: string }>();
    const rows = [...texts.values()].map((entry) => rowOf(entry, translations.get(entry.key)));
    const open = rows.filter((row) => row.state !== 'translated');
    if (values.json) {
      io.out(`${JSON.stringify({ language: LANGUAGE, rows: values.all ? rows : open }, null, 2)}\n`);
      return Promise.resolve(0);
    }
    if (values.write) {
      const path = join(io.root, 'dialogs', 'strings', `${LANGUAGE}.yaml`);
      const before = existsSync(path) ? readFileSync(path, 'utf8') : `language: ${LANGUAGE}\nstrings: {}\n`;
      const merged = mergeStrings(before, rows);
      if ('problem' in merged) {
        io.err(`${merged.problem}\n`);
        return Promise.resolve(1);
      }
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, merged.text);
    } else {
      for (const row of values.all ? rows : open) {
        io.out(`${row.state.padEnd(10)}  ${row.of}  ${row.key}\n    ${row.text.replace(/\s+/g, ' ')}\n`);
      }
    }
    const count = (state: Row['state']) => rows.filter((row) => row.state === state).length;
    io.out(
      `${rows.length} texts: ${count('translated')} translated, ${count('stale')} stale, ${count('missing')} missing\n`,
    );
    return Promise.resolve(0);
  },
};

function rowOf({ key, source }: TextEntry, translation: { of: string; text: string } | undefined): Row {
  const of = fingerprint(source);
  const state = !translation?.text ? 'missing' : translation.of === of ? 'translated' : 'stale';
  return { key, of, state, text: source };
}
