import { expect } from 'chai';
import type { Board, CaseView } from '../../bot/domain/console.ts';
import { times } from '../effort.ts';
import { seeded } from '../seeded.ts';
import { type StaffClient, startDesk } from './client.ts';
import type { DeskServer } from './desk-server.ts';
import { Person } from './person.ts';

describe('a person and two of the staff, doing things at once in any order', () => {
  let server: DeskServer;
  let staff: [StaffClient, StaffClient];
  const streams: ({ close: () => void } | undefined)[] = [undefined, undefined];

  before(async function setUp() {
    this.timeout(60_000);
    const desk = await startDesk([
      { name: 'Ana', role: 'supervisor' },
      { name: 'Sam', role: 'supervisor' },
    ]);
    server = desk.server;
    staff = desk.staff as [StaffClient, StaffClient];
  });
  after(async () => {
    for (const stream of streams) stream?.close();
    await server?.close();
  });

  async function connect(index: 0 | 1): Promise<void> {
    streams[index]?.close();
    const stream = staff[index].listen(() => undefined);
    streams[index] = stream;
    await stream.open;
    await staff[index].post('duty', { duty: 'available' });
  }

  /** One story: what each does is drawn by lot, several at once, and time passes in between. */
  async function live(seed: number): Promise<void> {
    const random = seeded(seed);
    await connect(0);
    await connect(1);
    const person = new Person(server.url);
    await person.arrive();
    await person.askForChat();
    const id = (await staff[0].get<Board>('board')).queue.at(-1)?.id ?? '';
    expect(id, 'the case is in the line').not.to.equal('');
    let messages = 0;
    const acts: (() => Promise<unknown>)[] = [
      () => act(0, `cases/${id}/claim`),
      () => act(1, `cases/${id}/claim`),
      () => act(0, `cases/${id}/messages`, { text: `a${(messages += 1)}`, clientId: `${seed}a${messages}` }),
      () => act(1, `cases/${id}/messages`, { text: `b${(messages += 1)}`, clientId: `${seed}b${messages}` }),
      () => act(0, `cases/${id}/transfer`, { to: staff[1].me.id }),
      () => act(1, `cases/${id}/transfer`, { to: null }),
      () => act(1, `cases/${id}/join`),
      () => act(0, `cases/${id}/help`),
      () => person.say(`p${(messages += 1)}`),
      () => person.say(`p${(messages += 1)}`),
      () => person.send({ text: 'End', value: { navigator: { leave: true } } }),
      () => act(0, `cases/${id}/close`, { outcome: 'support-found' }),
      () => act(1, `cases/${id}/back-to-bot`),
      async () => server.pass(130_000),
      async () => server.pass(6 * 60_000),
      async () => {
        streams[0]?.close();
        server.pass(30_000);
        server.pass(4_000);
      },
    ];
    for (let round = 0; round < 4; round += 1) {
      const now = Array.from(
        { length: 1 + Math.floor(random() * 4) },
        () => acts[Math.floor(random() * acts.length)],
      );
      await Promise.all(now.map(async (act) => act?.()));
      await check(id, seed);
    }
    server.pass(2_000);
    await staff[0].get('board');
    const view = await check(id, seed);
    // Both sides have every line, once and in the same order.
    await person.connectAgain();
    const said = view.thread.filter((line) => line.from !== 'bot').map((line) => line.text);
    const texts = () =>
      person.lines
        .map((line) => (line.text ?? '').replace(/^(Ana|Sam): /, ''))
        .filter((text) => /^[abp]\d+$/.test(text));
    await person.until(() => texts().length >= said.filter((text) => /^[abp]\d+$/.test(text)).length);
    expect(texts(), `seed ${seed}`).to.deep.equal(said.filter((text) => /^[abp]\d+$/.test(text)));
    const seqs = view.thread.map((line) => line.seq);
    expect(seqs, `seed ${seed}`).to.deep.equal([...seqs].sort((a, b) => a - b));
    expect(new Set(seqs).size).to.equal(seqs.length);
    person.leaveThePage();
    if (['queued', 'claimed', 'live', 'quiet'].includes(view.state)) {
      await act(0, `cases/${id}/claim`);
      await act(0, `cases/${id}/close`, { outcome: 'person-left' });
      await act(1, `cases/${id}/close`, { outcome: 'person-left' });
    }
  }

  /** Staff may be too late, or not be the one who may: that is said. That the server failed never is. */
  async function act(index: 0 | 1, path: string, body: object = {}): Promise<void> {
    const answer = await staff[index].call('POST', path, body);
    expect(answer.status, path).to.be.below(500);
  }

  /** Whose the case is by its own record of what was done: whoever got it last, until it went back into the line. */
  function ownerBy(audit: CaseView['audit']): string | null {
    const nameOf = (id: string) => staff.find(({ me }) => me.id === id)?.me.name ?? null;
    return audit.reduce<string | null>((owner, { what, by, to }) => {
      if (what === 'claimed') return by;
      if (what === 'transferred') return to === undefined || to === 'queue' ? null : nameOf(to);
      return what === 'lease-expired' || what === 'staff-lost' || what === 'returned' ? null : owner;
    }, null);
  }

  async function check(id: string, seed: number): Promise<CaseView> {
    const view = await staff[1].get<CaseView>(`cases/${id}`);
    const chatting = ['claimed', 'live', 'quiet'].includes(view.state);
    const owner = view.owner?.name ?? null;
    expect(owner, `seed ${seed}: owner while ${view.state}`).to.equal(ownerBy(view.audit));
    if (chatting) expect(owner, `seed ${seed}: nobody while ${view.state}`).not.to.equal(null);
    if (['queued', 'requested'].includes(view.state))
      expect(owner, `seed ${seed}: someone while ${view.state}`).to.equal(null);
    const board = await staff[1].get<Board>('board');
    const lists = [board.queue, board.mine, board.others].filter((list) =>
      list.some((line) => line.id === id),
    );
    if (chatting || view.state === 'queued') expect(lists.length, `seed ${seed}: in one list`).to.equal(1);
    expect(view.audit.map((line) => line.n)).to.deep.equal(view.audit.map((_, n) => n + 1));
    return view;
  }

  const stories = times(50);
  it(`have one owner or a queue, and all that was said, after each of ${stories} stories`, async function many() {
    this.timeout(stories * 2_000);
    for (let seed = 1; seed <= stories; seed += 1) {
      // Time passes in the stories, and a session ends after twelve hours.
      if (seed % 10 === 0) for (const one of staff) await one.signInAgain();
      await live(seed);
    }
  });
});
