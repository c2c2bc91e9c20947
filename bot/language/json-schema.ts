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

/** A JSON Schema (draft 7, which YAML editors know best) as the text of a file. */
export function jsonSchemaText(schema: z.core.$ZodType): string {
  // What an author writes, before defaults are filled in.
  const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify(json, null, 1)}\n`;
}
