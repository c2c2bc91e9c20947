import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Case } from '../../bot/domain/case.ts';
import { CaseFiles } from '../../bot/store/cases.ts';
import { StoreFailure } from '../../bot/store/failure.ts';
import { disk as realDisk, type FileSystem } from '../../bot/store/lowdb/file-system.ts';
import { nameOf } from '../../bot/store/lowdb/layout.ts';
import { times } from '../effort.ts';
import { callback } from './case-records.ts';
import { filesBelow, folders } from './folder.ts';
import { ModelDisk, systemError } from './model-disk.ts';

// Cases, accounts and sessions are kept by the same files; cases are the ones that must never be lost.
const DATA = '/data';

type Deed = 'commit' | 'remove';

/** What staff were told, and what must therefore be found. null: no case. */
interface Known {
  id: string;
  sure: number | null;
  /** Asked for and not answered when the power went: may be found instead. */
  maybe?: number | null;
}

const versionOf = (cases: CaseFiles, id: string) => cases.get(id)?.version ?? null;
const next = (id: string, sure: number | null): Case => ({ ...callback(id), version: (sure ?? 0) + 1 });

async function carryOut(cases: CaseFiles, known: Known, deed: Deed): Promise<void> {
  const { id, sure } = known;
  if (deed === 'commit') {
    const record = next(id, sure);
    known.maybe = record.version;
    expect(await cases.commit(record, sure)).to.equal('ok');
    known.sure = record.version;
  } else {
    known.maybe = null;
    await cases.remove(id);
    known.sure = null;
  }
  delete known.maybe;
}

/** One after the other, until the power goes. */
async function live(cases: CaseFiles, known: Known, deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) {
    const failure: unknown = await carryOut(cases, known, deed).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure === undefined) continue;
    if (!(failure instanceof StoreFailure)) throw failure;
    expect(versionOf(cases, known.id), 'memory after a failure').to.equal(known.sure);
    return;
  }
}

/** What is found is what was told, whole, or what was asked for last. From here on it is certain. */
function check(cases: CaseFiles, known: Known): void {
  const found = versionOf(cases, known.id);
  expect(known.maybe === undefined ? [known.sure] : [known.sure, known.maybe]).to.include(found);
  if (found !== null) {
    expect(cases.get(known.id)).to.deep.equal({ ...callback(known.id), version: found });
  }
  known.sure = found;
  delete known.maybe;
}

/** Cases whose files lie in one folder, so that they wait together for its making, and one whose file does not. */
const IDS = (() => {
  const ids = Array.from({ length: 2000 }, (_, n) => `c${n}`);
  const shard = nameOf('c0').slice(0, 2);
  const [one = '', two = ''] = ids.filter((id) => nameOf(id).startsWith(shard));
  const [other = ''] = ids.filter((id) => !nameOf(id).startsWith(shard));
  return [one, two, other];
})();

const deeds = fc.array(fc.constantFrom<Deed>('commit', 'commit', 'commit', 'remove'), {
  minLength: 1,
  maxLength: 6,
});
/** The process is killed or the power cut after so many operations of the disk; then all begins again. */
const run = fc.record({ lives: fc.tuple(deeds, deeds, deeds), moment: fc.nat(100), power: fc.boolean() });

describe('record files', () => {
  const folder = folders();

  it('lose nothing that was acknowledged and tear nothing when the power goes at any moment', async () => {
    let cuts = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(run, { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.boolean()),
        async (runs, chance) => {
          const disk = new ModelDisk();
          const people = IDS.map((id): Known => ({ id, sure: null }));
          for (const { lives, moment, power } of [...runs, { lives: [], moment: 0, power: false }]) {
            const cases = await CaseFiles.open(DATA, disk);
            for (const known of people) check(cases, known);
            expect(cases.all()).to.have.length(people.filter((known) => known.sure !== null).length);
            const names = [...disk.files().keys()];
            expect(names.filter((path) => path.endsWith('.tmp') || path.includes('/damaged/'))).to.deep.equal(
              [],
            );
            let left = moment;
            disk.before = () => {
              left -= 1;
              if (left < 0) throw systemError('EIO');
            };
            await Promise.all(people.map((known, n) => live(cases, known, lives[n] ?? [])));
            disk.before = () => undefined;
            if (people.some((known) => known.maybe !== undefined)) cuts += 1;
            if (power) disk.cut(() => chance.next().value);
          }
        },
      ),
      { seed: 4, numRuns: times(300), endOnFailure: true },
    );
    expect(cuts, 'in the middle of a deed').to.be.greaterThan(100);
  });

  it('are left whole by a failure at any step of any deed, and the same deed succeeds afterwards', async () => {
    let failed = 0;
    for (let step = 0; ; step += 1) {
      const disk = new ModelDisk();
      const cases = await CaseFiles.open(DATA, disk);
      await cases.commit(next('a', null), null);
      let left = step;
      let hit = false;
      let failing = false;
      disk.before = () => {
        if (!failing) return;
        left -= 1;
        if (left !== -1) return;
        hit = true;
        throw systemError('EIO');
      };
      const all: [id: string, deed: () => Promise<unknown>, then: number | null][] = [
        ['a', () => cases.commit(next('a', 1), 1), 2],
        ['b', () => cases.commit(next('b', null), null), 1],
        ['a', () => cases.remove('a'), null],
      ];
      for (const [id, deed, then] of all) {
        const before = versionOf(cases, id);
        failing = true;
        const error: unknown = await deed().then(
          () => undefined,
          (reason: unknown) => reason,
        );
        failing = false;
        if (error !== undefined) {
          failed += 1;
          expect(error).to.be.instanceOf(StoreFailure);
          expect(versionOf(cases, id)).to.equal(before);
          await deed();
        }
        expect(versionOf(cases, id)).to.equal(then);
      }
      const again = await CaseFiles.open(DATA, disk);
      expect(again.all()).to.deep.equal([next('b', null)]);
      expect([...disk.files().keys()]).to.have.length(1);
      if (!hit) break;
    }
    expect(failed).to.be.greaterThan(10);
  });

  it('keep the old case when the disk is full, say so without a word of the person, and go on when there is space', async () => {
    const here = folder();
    let full = false;
    const filling: FileSystem = {
      ...realDisk,
      create(path) {
        const file = realDisk.create(path);
        return {
          ...file,
          write(text) {
            if (!full) return file.write(text);
            file.write(text.slice(0, 10));
            throw systemError('ENOSPC');
          },
        };
      },
    };
    const cases = await CaseFiles.open(here, filling);
    await cases.commit(next('a', null), null);
    const before = filesBelow(here);
    full = true;
    for (const [id, sure] of [
      ['a', 1],
      ['new', null],
    ] as const) {
      const failure: unknown = await cases.commit(next(id, sure), sure).catch((error: unknown) => error);
      if (!(failure instanceof StoreFailure)) throw new Error('expected a StoreFailure');
      expect(failure).to.include({ code: 'ENOSPC', operation: 'commit' });
      expect(`${failure.stack} ${JSON.stringify(failure)}`)
        .not.to.contain('555')
        .and.not.to.contain(here);
      expect(versionOf(cases, id)).to.equal(sure);
    }
    expect(filesBelow(here)).to.deep.equal(before);
    expect((await CaseFiles.open(here)).all()).to.deep.equal([next('a', null)]);
    full = false;
    expect(await cases.commit(next('a', 1), 1)).to.equal('ok');
    expect(await cases.commit(next('new', null), null)).to.equal('ok');
    expect((await CaseFiles.open(here)).all()).to.have.length(2);
  });
});
