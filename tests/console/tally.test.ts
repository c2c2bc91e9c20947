import { expect } from 'chai';
import { readCounts } from '../../bot/console/stored.ts';
import { type DayCounts, Tally } from '../../bot/console/tally.ts';
import { RecordFiles } from '../../bot/store/lowdb/record-files.ts';
import { ModelDisk, systemError } from '../store/model-disk.ts';

describe('counts for the needs report', () => {
  it('wait for space when the disk is full, and none is lost or counted twice', async () => {
    const disk = new ModelDisk();
    const records = await RecordFiles.open<DayCounts>('/counts', readCounts, disk);
    const tally = new Tally(records, { now: () => Date.UTC(2026, 10, 20) });
    tally.count(['option:reading', 'handoff:live']);
    await tally.flush();
    disk.before = (operation) => {
      if (operation === 'write') throw systemError('ENOSPC');
    };
    tally.count(['option:reading']);
    const failed = tally.flush();
    tally.count(['option:reading']);
    expect(await failed.catch((error: { code: string }) => error.code)).to.equal('ENOSPC');
    disk.before = () => undefined;
    await tally.flush();
    await tally.flush();
    expect(tally.days('2026-11')).to.deep.equal([
      { id: '2026-11-20', counts: { 'option:reading': 3, 'handoff:live': 1 } },
    ]);
  });
});
