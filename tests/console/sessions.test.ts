import { expect } from 'chai';
import { type Session, Sessions } from '../../bot/console/sessions.ts';
import { readSession } from '../../bot/console/stored.ts';
import { RecordFiles } from '../../bot/store/lowdb/record-files.ts';
import { ModelDisk, systemError } from '../store/model-disk.ts';

const MINUTE = 60_000;

describe('a member of staff who is signed in', () => {
  it('stays so while the disk is full, and not for longer than otherwise', async () => {
    const disk = new ModelDisk();
    const clock = { time: Date.UTC(2026, 10, 20), now: () => clock.time };
    const records = await RecordFiles.open<Session>('/sessions', readSession, disk);
    const sessions = new Sessions(records, clock);
    const { secret, session } = await sessions.begin('ana');
    disk.before = (operation) => {
      if (operation === 'write') throw systemError('ENOSPC');
    };
    clock.time += 90 * MINUTE;
    expect(await sessions.find(secret)).to.deep.equal(session);
    disk.before = () => undefined;
    expect((await sessions.find(secret))?.usedAt).to.equal(new Date(clock.time).toISOString());
    clock.time += 121 * MINUTE;
    expect(await sessions.find(secret)).to.equal(undefined);
  });
});
