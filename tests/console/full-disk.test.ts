import { expect } from 'chai';
import type { Board, CaseView } from '../../bot/domain/console.ts';
import { disk, type FileSystem } from '../../bot/store/lowdb/file-system.ts';
import { nameOf } from '../../bot/store/lowdb/layout.ts';
import { systemError } from '../store/model-disk.ts';
import { type StaffClient, startDesk } from './client.ts';
import type { DeskServer } from './desk-server.ts';
import { Person } from './person.ts';

describe('a disk that fails during a chat', () => {
  let server: DeskServer;
  let staff: StaffClient[];
  let stream: { open: Promise<void>; close: () => void };
  /** Files that cannot be written now, by a piece of their path. */
  let failing: string | undefined;

  const fs: FileSystem = {
    ...disk,
    create(path) {
      if (failing !== undefined && path.includes(failing)) throw systemError('ENOSPC');
      return disk.create(path);
    },
  };

  beforeEach(async function begin() {
    this.timeout(60_000);
    failing = undefined;
    ({ server, staff } = await startDesk([{ name: 'Ana' }], fs));
    stream = ana().listen(() => undefined);
    await stream.open;
    await ana().post('duty', { duty: 'available' });
  });
  afterEach(async () => {
    stream.close();
    await server.close();
  });

  function ana(): StaffClient {
    const [first] = staff;
    if (first === undefined) throw new Error('nobody is there');
    return first;
  }

  it('is made up for: the person hears who has come as soon as there is space', async () => {
    const person = new Person(server.url);
    await person.arrive();
    await person.askForChat();
    const id = (await ana().get<Board>('board')).queue[0]?.id ?? '';
    failing = '/conversations/';
    expect((await ana().call('POST', `cases/${id}/claim`, {})).status).to.equal(500);
    expect((await ana().get<CaseView>(`cases/${id}`)).owner?.name).to.equal('Ana');
    failing = undefined;
    server.pass(2_000);
    await person.until(() =>
      person.lines.some((line) => /Ana from the helpline is here/.test(line.text ?? '')),
    );
    person.leaveThePage();
  });

  it('stops the time of one case, and of no other', async () => {
    const people = [new Person(server.url), new Person(server.url)];
    for (const person of people) {
      await person.arrive();
      await person.askForChat();
    }
    const ids = (await ana().get<Board>('board')).queue.map((line) => line.id);
    for (const id of ids) await ana().post(`cases/${id}/claim`);
    // The oldest comes first when time passes; it is the one whose file cannot be written.
    failing = nameOf(ids[0] ?? '');
    server.pass(130_000);
    const state = async (index: number) => (await ana().get<CaseView>(`cases/${ids[index]}`)).state;
    while ((await state(1)) !== 'queued') server.pass(2_000);
    expect(await state(0)).to.equal('claimed');
    for (const person of people) person.leaveThePage();
  });
});
