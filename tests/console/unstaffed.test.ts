import { expect } from 'chai';
import type { Board } from '../../bot/domain/console.ts';
import { HELPLINE, type StaffClient, startDesk } from './client.ts';
import type { DeskServer } from './desk-server.ts';
import { Person } from './person.ts';

describe('someone who asks for a person while nobody could come', () => {
  let server: DeskServer;
  let ruth: StaffClient;
  let stream: { open: Promise<void>; close: () => void } | undefined;

  before(async function begin() {
    this.timeout(60_000);
    ({ server, administrator: ruth } = await startDesk());
  });
  after(async () => {
    stream?.close();
    await server?.close();
  });

  /** Ways in which nobody is there; each leaves the helpline so until the next. */
  const STATES: [name: string, bring: () => Promise<unknown>][] = [
    ['nobody has a console open', async () => stream?.close()],
    ['everyone is on a pause', () => ruth.post('duty', { duty: 'paused' })],
    ['everyone is wrapping up', () => ruth.post('duty', { duty: 'wrap-up' })],
    ['everyone is off duty', () => ruth.post('duty', { duty: 'off' })],
    [
      'a supervisor has closed the chat',
      async () => {
        await ruth.post('duty', { duty: 'available' });
        await ruth.post('chat', { open: false });
      },
    ],
    [
      'it is outside the hours',
      () => ruth.post('settings', { ...HELPLINE, hours: [{ days: ['sun'], from: '01:00', to: '01:30' }] }),
    ],
    [
      'too few are there',
      () => ruth.post('settings', { ...HELPLINE, onDuty: { minimum: 2, supervisor: false } }),
    ],
    [
      'the helpline does not chat',
      () => ruth.post('settings', { ...HELPLINE, channels: { chat: false, callback: true } }),
    ],
  ];

  /** As at the beginning of a shift: open, one available. */
  async function staffed(): Promise<void> {
    await ruth.post('settings', HELPLINE);
    await ruth.post('chat', { open: true });
    stream?.close();
    stream = ruth.listen(() => undefined);
    await stream.open;
    await ruth.post('duty', { duty: 'available' });
  }

  it('is never put in a line that nobody looks at, fifty times, each way from the start and half way', async function fifty() {
    this.timeout(120_000);
    for (let n = 0; n < 50; n += 1) {
      const [name, bring] = STATES[n % STATES.length] ?? ['', async () => undefined];
      await staffed();
      const person = new Person(server.url);
      await person.arrive();
      // Each state in turn; in every other round of them the person has begun while someone was there.
      const begun = Math.floor(n / STATES.length) % 2 === 1;
      if (begun) {
        await person.press('person');
        await person.choose('chat');
      }
      await bring();
      // A closed connection is noticed a moment after it was closed.
      while ((await ruth.get<Board>('board')).chat.open) await Promise.resolve();
      if (begun) {
        await person.choose('send');
        expect(person.mode, name).to.equal('bot');
      } else {
        await person.press('person');
        expect(person.ask?.choices.map((choice) => choice.id) ?? [], name).not.to.include('chat');
      }
      const board = await ruth.get<Board>('board');
      expect(board.queue, name).to.deep.equal([]);
      person.leaveThePage();
    }
  });
});
