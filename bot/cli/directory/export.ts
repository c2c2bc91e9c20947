import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { toHsds } from '../../directory/hsds/to-hsds.ts';
import { loadDirectory } from '../../directory/load.ts';
import type { Resource } from '../../directory/schema.ts';
import { type Io, UsageError } from '../command.ts';
import { writeOut } from '../out-file.ts';
import { publishedCheck } from './published-schema.ts';

/** `nav directory export`: the whole list in Open Referral HSDS 3.0. */
export async function exportList(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { out: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  if (values.out === undefined && values.json)
    throw new UsageError('--json tells about a file: give --out FILE too.');
  const load = loadDirectory(join(io.root, 'resources'));
  if (!load.ok) {
    io.err('The list has errors. Mend them first: npm run nav -- directory check\n');
    return 1;
  }
  const resources = [...load.loaded.resources.values()];
  if (values.out === undefined) {
    for (const piece of pieces(resources)) io.out(piece);
    return 0;
  }
  await writeOut(values.out, pieces(resources), io);

  const check = await publishedCheck(hsdsOf(resources), io.schemasDir);
  const ok = !check.ran || check.errors.length === 0;
  if (values.json) {
    io.out(
      `${JSON.stringify({ ok, out: values.out, services: resources.length, publishedSchema: check })}\n`,
    );
    return ok ? 0 : 1;
  }
  io.out(`${resources.length} services written to ${values.out}, HSDS 3.0.\n`);
  if (!check.ran) io.out(`NOT checked against the published schema: ${check.why}.\n`);
  else if (ok) io.out('Every one fits the published schema.\n');
  else for (const { id, message } of check.errors) io.out(`${io.paint.error('error')} ${id}: ${message}\n`);
  return ok ? 0 : 1;
}

/** One service a line, so that a tool for text can follow what changed. */
function* pieces(resources: readonly Resource[]): Generator<string> {
  let before = '[\n';
  for (const service of hsdsOf(resources)) {
    yield `${before}${JSON.stringify(service)}`;
    before = ',\n';
  }
  yield resources.length === 0 ? '[]\n' : '\n]\n';
}

function* hsdsOf(resources: readonly Resource[]): Generator<ReturnType<typeof toHsds>> {
  for (const resource of resources) yield toHsds(resource);
}
