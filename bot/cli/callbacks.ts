import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CallbackFiles } from '../store/callbacks.ts';
import { type Command, UsageError } from './command.ts';

export const callbacks: Command = {
  name: 'callbacks',
  summary:
    'for helpline staff: lists the requests for a call back, oldest first, and takes out those that are done',
  usage: `
nav callbacks [--data DIR] [--json]
nav callbacks done ID [--data DIR]

--data DIR  the data folder of the server (default: data); it may go on running meanwhile
--json      one JSON value and nothing else

What is listed is what people approved to be passed on, and nothing else. "done" deletes the request with its number.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { data: { type: 'string', default: 'data' }, json: { type: 'boolean', default: false } },
    });
    const files = new CallbackFiles(resolve(io.root, values.data));
    const [action, id] = positionals;
    if (action === 'done') {
      if (id === undefined) throw new UsageError('Which one? The list shows the ids.');
      const matching = (await files.list()).filter((one) => one.id.startsWith(id));
      const [one, other] = matching;
      if (one === undefined || other !== undefined) {
        io.err(
          other === undefined ? `There is no request ${id}.\n` : `More than one request begins with ${id}.\n`,
        );
        return 1;
      }
      await files.remove(one.id);
      io.out('Done. The request and its number are deleted.\n');
      return 0;
    }
    if (action !== undefined) throw new UsageError(`What is ${action}? Only "done ID" is known.`);
    const requests = await files.list();
    if (values.json) {
      io.out(`${JSON.stringify(requests)}\n`);
      return 0;
    }
    if (requests.length === 0) io.out('Nobody is waiting for a call.\n');
    for (const { id: known, request } of requests) {
      const zone = request.timeZone ? `, their zone ${request.timeZone}` : '';
      io.out(
        `${io.paint.strong(known.slice(0, 8))}  asked ${request.at}${zone}, speaks ${request.language}\n`,
      );
      for (const line of request.lines) io.out(`  ${line.label.padEnd(28)} ${line.text}\n`);
      io.out('\n');
    }
    return 0;
  },
};
