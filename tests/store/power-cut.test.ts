import { times } from '../effort.ts';
import { expect } from 'chai';
import * as fc from 'fast-check';
import fs from 'node:fs';
import { nameOf } from '../../bot/store/lowdb/layout.ts';
import { openLowdbStore } from '../../bot/store/lowdb/open.ts';
import type { LowdbStore } from '../../bot/store/lowdb/store.ts';
import { folders } from './folder.ts';
import { ModelDisk, systemError } from './model-disk.ts';
import { instant, recordOf } from './records.ts';

/** What a conversation goes through. `expire` commits once more and lets it be swept. */
type Deed = 'commit' | 'erase' | 'code' | 'expire';

/** What the person was told, and what must therefore be found. null: no conversation. */
interface Known {
  id: string;
  sure: number | null;
  /** Asked for and not answered when the power went: may be found instead. */
  maybe?: number | null;
  code: boolean;
}

/** Does one deed; `known` says before and after what may be found. Throws when the power goes. */
async function carryOut(store: LowdbStore, known: Known, deed: Deed): Promise<void> {
  const { id, sure } = known;
  switch (deed) {
    case 'commit':
    case 'expire': {
      const version = (sure ?? 0) + 1;
      const expiresAt = instant(deed === 'expire' ? 0 : 3600);
      known.maybe = version;
      expect(await store.commit(recordOf(id, version, { expiresAt }), sure)).to.equal('ok');
      known.sure = version;
      if (deed === 'commit') break;
      known.maybe = null;
      known.code = false;
      await store.sweep(instant(0));
      known.sure = null;
      break;
    }
    case 'erase':
      known.maybe = null;
      known.code = false;
      await store.erase(id);
      known.sure = null;
      break;
    case 'code':
      if (sure === null) break;
      await store.putCode(`code of ${id}`, id);
      known.code = true;
      break;
    default:
      deed satisfies never;
  }
  delete known.maybe;
}

/** One after the other, until the power goes. */
async function live(store: LowdbStore, known: Known, deeds: Deed[]): Promise<void> {
  for (const deed of deeds) {
    const stopped = await carryOut(store, known, deed).then(
      () => false,
      (error: unknown) => {
        if (error instanceof Error && error.name === 'StoreFailure') return true;
        throw error;
      },
    );
    if (stopped) return;
  }
}

/** What is found is what was told, or what was asked for last. From here on it is certain. */
async function check(store: LowdbStore, known: Known): Promise<void> {
  const record = await store.load(known.id);
  const version = record?.version ?? null;
  expect(known.maybe === undefined ? [known.sure] : [known.sure, known.maybe]).to.include(version);
  const found = await store.findByCode(`code of ${known.id}`);
  if (version === null) expect(found).to.equal(undefined);
  else if (known.code) expect(found).to.equal(known.id);
  known.sure = version;
  delete known.maybe;
  // Left over from a sweep that was cut off. Anyone's next sweep may take it, so nothing could be said of it.
  if (record?.expiresAt === instant(0)) await carryOut(store, known, 'erase');
}

/** People whose files lie in one folder, so that they wait together for its making, and one whose file does not. */
const PEOPLE = (() => {
  const ids = Array.from({ length: 2000 }, (_, n) => `p${n}`);
  const shard = nameOf('p0').slice(0, 2);
  const [one = '', two = ''] = ids.filter((id) => nameOf(id).startsWith(shard));
  const [other = ''] = ids.filter((id) => !nameOf(id).startsWith(shard));
  return [one, two, other];
})();

/** Only one lets conversations expire: a sweep takes all that are due, so two could not say whose is gone when. */
const deeds = (last: Deed): fc.Arbitrary<Deed[]> =>
  fc.array(fc.constantFrom<Deed>('commit', 'commit', 'commit', 'code', 'erase', last), {
    minLength: 1,
    maxLength: 6,
  });

/** The process is killed or the power cut after so many operations of the disk; then all begins again. */
const run = fc.record({
  lives: fc.tuple(deeds('commit'), deeds('expire'), deeds('commit')),
  moment: fc.nat(100),
  power: fc.boolean(),
});

describe('embedded store: a power cut', () => {
  const folder = folders();

  it('at any moment loses nothing that was acknowledged, and tears nothing', async () => {
    // The lock is a real one and needs a real folder; all else happens in the model.
    const here = folder();
    fs.mkdirSync(here);
    await fc.assert(
      fc.asyncProperty(
        fc.array(run, { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.boolean()),
        async (runs, chance) => {
          const disk = new ModelDisk();
          const people = PEOPLE.map((id): Known => ({ id, sure: null, code: false }));
          for (const { lives, moment, power } of [...runs, { lives: [], moment: 0, power: false }]) {
            const store = await openLowdbStore({ folder: here, fs: disk, cache: 3000 });
            try {
              expect(store.opened.damaged).to.equal(0);
              expect([...disk.files().keys()].filter((path) => path.endsWith('.tmp'))).to.deep.equal([]);
              for (const known of people) await check(store, known);
              let left = moment;
              disk.before = () => {
                left -= 1;
                if (left < 0) throw systemError('EIO');
              };
              await Promise.all(people.map((known, n) => live(store, known, lives[n] ?? [])));
            } finally {
              disk.before = () => undefined;
              await store.close();
            }
            if (power) disk.cut(() => chance.next().value);
          }
        },
      ),
      { seed: 3, numRuns: times(300), endOnFailure: true },
    );
  });
});
