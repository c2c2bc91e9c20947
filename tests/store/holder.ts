import fs from 'node:fs';
import { openLowdbStore } from '../../bot/store/lowdb/open.ts';
import { recordOf } from './records.ts';

/**
 * A process of its own that opens the folder named in its first argument and says so, or says the name of the error.
 * With `write` as the second argument it then commits without end to three conversations at once, and prints each
 * version that was acknowledged: `id version`.
 */
const [folder = '', task] = process.argv.slice(2);
const say = (line: string): number => fs.writeSync(1, `${line}\n`);

try {
  const store = await openLowdbStore({ folder });
  say('open');
  const lane = async (id: string): Promise<void> => {
    for (;;) {
      const before = await store.load(id);
      const version = (before?.version ?? 0) + 1;
      const text = 'x'.repeat((version * 997) % 5000);
      const record = recordOf(id, version, { reference: { text, length: text.length } });
      await store.commit(record, before?.version ?? null);
      say(`${id} ${version}`);
    }
  };
  if (task === 'write') await Promise.all(['a', 'b', 'c'].map(lane));
  else process.stdin.resume();
} catch (error) {
  say(error instanceof Error ? error.name : 'unknown');
}
