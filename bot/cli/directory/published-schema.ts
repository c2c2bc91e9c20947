import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What checking against the published schema gave. `ran: false` says why it did not run. */
export type SchemaCheck =
  | { ran: false; why: string }
  | { ran: true; errors: { id: string; message: string }[] };

/** How many errors are enough to see what is wrong. */
const ENOUGH = 50;

/**
 * Checks services against the published schema of HSDS 3.0, which is not part of this repository (CC BY-SA 4.0): it is read from
 * the folder that `SCHEMAS_DIR` names.
 */
export async function publishedCheck(
  services: Iterable<{ id: string }>,
  schemasDir: string | undefined,
): Promise<SchemaCheck> {
  if (!schemasDir) return { ran: false, why: 'SCHEMAS_DIR is not set' };
  const path = join(schemasDir, 'hsds-3.0', 'compiled', 'service.json');
  if (!existsSync(path)) return { ran: false, why: 'SCHEMAS_DIR has no hsds-3.0/compiled/service.json' };
  const validator = await loadAjv();
  if (validator === null)
    return { ran: false, why: 'the package ajv is not installed (it is for development)' };
  const validate = validator(JSON.parse(readFileSync(path, 'utf8')) as object);
  const errors: { id: string; message: string }[] = [];
  for (const service of services) {
    if (errors.length >= ENOUGH) break;
    const fits: boolean = validate(service);
    if (fits) continue;
    for (const one of validate.errors ?? []) {
      errors.push({ id: service.id, message: `${one.instancePath} ${one.message ?? ''}`.trim() });
    }
  }
  return { ran: true, errors };
}

/** Makes validators of schemas, or null where only what production needs is installed. */
async function loadAjv() {
  try {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const formats = await import('ajv-formats');
    // The published schemas carry words of their own ("datapackage_metadata"), which strict mode refuses.
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default.default(ajv);
    return (schema: object) => ajv.compile(schema);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}
