import { expect } from 'chai';
import { newCase } from '../../bot/handoff/case.ts';
import { CaseFiles } from '../../bot/store/cases.ts';
import { StoreFailure } from '../../bot/store/failure.ts';
import { RecordFiles } from '../../bot/store/lowdb/record-files.ts';
import { ModelDisk, systemError } from './model-disk.ts';

interface Count {
  id: string;
  n: number;
}

function understand(value: unknown): Count | undefined {
  const { id, n } = (value ?? {}) as Partial<Count>;
  return typeof id === 'string' && typeof n === 'number' ? { id, n } : undefined;
}

const open = (disk: ModelDisk) => RecordFiles.open('/counts', understand, disk);
const oneMore = (id: string) => (stored: Count | undefined) => ({ id, n: (stored?.n ?? 0) + 1 });

describe('a folder of small records', () => {
  it('has what it said it has when the power comes back', async () => {
    const disk = new ModelDisk();
    const files = await open(disk);
    await files.update('a', oneMore('a'));
    await files.update('b', oneMore('b'));
    await files.update('a', oneMore('a'));
    await files.remove('b');
    disk.cut(() => false);
    expect((await open(disk)).all()).to.deep.equal([{ id: 'a', n: 2 }]);
  });

  it('loses none of many changes of one record at once', async () => {
    const files = await open(new ModelDisk());
    await Promise.all(Array.from({ length: 20 }, async () => files.update('a', oneMore('a'))));
    expect(files.get('a')).to.deep.equal({ id: 'a', n: 20 });
  });

  it('remembers nothing that the disk does not have', async () => {
    const disk = new ModelDisk();
    const files = await open(disk);
    await files.update('a', oneMore('a'));
    disk.before = (operation) => {
      if (operation === 'write') throw systemError('ENOSPC');
    };
    const failure = await files.update('a', oneMore('a')).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(StoreFailure).with.property('code', 'ENOSPC');
    expect(files.get('a')).to.deep.equal({ id: 'a', n: 1 });
  });

  it('puts aside what cannot be read, and says how much that was', async () => {
    const disk = new ModelDisk();
    const files = await open(disk);
    await files.update('a', oneMore('a'));
    await files.update('b', oneMore('b'));
    const path = [...disk.files().keys()].find((one) => one.startsWith('/counts/')) ?? '';
    const file = disk.create(path);
    file.write('{"id":');
    await file.sync();
    file.close();
    const again = await open(disk);
    expect(again.damaged).to.equal(1);
    expect(again.all()).to.have.length(1);
    expect([...disk.files().keys()].filter((one) => one.startsWith('/damaged/'))).to.have.length(1);
    expect((await open(disk)).damaged).to.equal(0);
  });
});

describe('cases on a disk', () => {
  it('take one of two changes that read the same version', async () => {
    const cases = await CaseFiles.open('/', new ModelDisk());
    const record = newCase(
      {
        id: 'case',
        conversation: 'conversation',
        way: 'live',
        summary: [],
        earlier: false,
        fromSeq: 0,
        language: 'en',
        country: 'US',
        safety: [],
      },
      '2026-11-20T15:00:00.000Z',
    );
    expect(await cases.commit(record, null)).to.equal('ok');
    const next = { ...record, version: 2 };
    const both = await Promise.all([cases.commit(next, 1), cases.commit(next, 1)]);
    expect(both).to.have.members(['ok', 'conflict']);
  });
});
