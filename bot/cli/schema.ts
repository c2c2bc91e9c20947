import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { freshnessSchema } from '../directory/freshness-schema.ts';
import { resourceFileSchema } from '../directory/schema.ts';
import { jsonSchemaText, SCHEMAS } from '../language/json-schema.ts';
import { KEY_HELP } from '../language/key-help.ts';
import type { Command } from './command.ts';
import { scriptSchema } from './script/script-schema.ts';

/** Every schema file of the repository and what belongs in it. */
export function schemaFiles(): Map<string, string> {
  const all = {
    ...SCHEMAS,
    'dialogs/scripts/script.schema.json': scriptSchema,
    'resources/directory/service.schema.json': resourceFileSchema,
    'resources/directory/freshness.schema.json': freshnessSchema,
  };
  return new Map(Object.entries(all).map(([path, schema]) => [path, jsonSchemaText(schema, KEY_HELP[path])]));
}

export const schema: Command = {
  name: 'schema',
  summary: 'writes the JSON Schemas that let an editor complete and check YAML while it is written',
  usage: `
nav schema [--check]

--check  writes nothing, and ends with 1 when a schema file is not current

A YAML file names its schema in its first line:
  # yaml-language-server: $schema=dialog.schema.json`,
  run(args, io) {
    const { values } = parseArgs({ args, options: { check: { type: 'boolean', default: false } } });
    const stale = [...schemaFiles()].filter(([path, text]) => read(join(io.root, path)) !== text);
    for (const [path, text] of stale) {
      io.out(`${values.check ? 'not current' : 'written'}: ${path}\n`);
      if (values.check) continue;
      mkdirSync(dirname(join(io.root, path)), { recursive: true });
      writeFileSync(join(io.root, path), text);
    }
    if (stale.length === 0) io.out('All schemas are current.\n');
    return Promise.resolve(values.check && stale.length > 0 ? 1 : 0);
  },
};

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
