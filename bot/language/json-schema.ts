import { z } from 'zod/v4';
import {
  dialogSchema,
  interruptionsSchema,
  judgementSchema,
  stringsSchema,
  variablesSchema,
  wordsSchema,
} from './schema/dialog.ts';
import { optionSchema, sourcesSchema } from './schema/option.ts';
import { wordingSchema } from './schema/wording.ts';

/** Which schema goes with which files. Editors use them for completion: `# yaml-language-server: $schema=…`. */
export const SCHEMAS: Readonly<Record<string, z.core.$ZodType>> = {
  'dialogs/dialog.schema.json': dialogSchema,
  'dialogs/variables.schema.json': variablesSchema,
  'dialogs/judgement.schema.json': judgementSchema,
  'dialogs/interruptions.schema.json': interruptionsSchema,
  'dialogs/words.schema.json': wordsSchema,
  'dialogs/wording.schema.json': wordingSchema,
  'dialogs/strings/strings.schema.json': stringsSchema,
  'resources/options/option.schema.json': optionSchema,
  'resources/sources.schema.json': sourcesSchema,
};

/** A JSON Schema (draft 7, which YAML editors know best) as the text of a file. `help` tells what each key is for. */
export function jsonSchemaText(schema: z.core.$ZodType, help: Readonly<Record<string, string>> = {}): string {
  // What an author writes, before defaults are filled in.
  const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify(withHelp(json, help), null, 1)}\n`;
}

/** The same schema with a description at every key that has one. */
function withHelp(value: unknown, help: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((one) => withHelp(one, help));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => {
    if (name !== 'properties' || typeof inner !== 'object' || inner === null)
      return [name, withHelp(inner, help)];
    const described = Object.entries(inner as Record<string, object>).map(([key, property]) => {
      const description = Object.hasOwn(help, key) ? { description: help[key] } : {};
      return [key, { ...description, ...(withHelp(property, help) as object) }];
    });
    return [name, Object.fromEntries(described) as unknown];
  });
  return Object.fromEntries(entries) as unknown;
}
