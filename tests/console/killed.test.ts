import { expect } from 'chai';
import type { Board, CaseView } from '../../bot/domain/console.ts';
import { times } from '../effort.ts';
import { seeded } from '../seeded.ts';
import { startHelpline } from './client.ts';
import { Person } from './person.ts';

/** Messages that each of the two writes between one kill and the next. */
const EACH = 6;

/** The server went away in the middle of a call. Any other failure is one. */
function wentAway(error: unknown): boolean {
  const cause = error instanceof TypeError ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'UND_ERR_SOCKET'].includes(String(code));
}

describe('a live chat when the server is killed', () => {
  const rounds = times(5);
  it(`is the same complete thread on both sides after ${rounds} kills at random moments`, async function kills() {
    this.timeout(60_000 + rounds * 20_000);
    const { server, staff } = await startHelpline([{ name: 'Ana' }]);
    const endings: (() => unknown)[] = [() => server.close()];
    try {
      const [ana] = staff;
      if (ana === undefined) throw new Error('nobody is there');
      let stream = ana.listen(() => undefined);
      endings.unshift(() => stream.close());
      await stream.open;
      await ana.post('duty', { duty: 'available' });
      const person = new Person(server.url);
      endings.unshift(() => person.leaveThePage());
      await person.arrive();
      await person.askForChat();
      const id = (await ana.get<Board>('board')).queue[0]?.id ?? '';
      await ana.post(`cases/${id}/claim`);

      const asked: string[] = [];
      let up: Promise<void> = Promise.resolve();
      let cutOff = 0;
      /** Says something until the server has said that it has it, always under the same id. */
      const insist = async (say: () => Promise<unknown>) => {
        for (;;) {
          try {
            await say();
            return;
          } catch (error) {
            if (!wentAway(error)) throw error;
            cutOff += 1;
            await up;
          }
        }
      };
      const random = seeded(7);
      for (let round = 0; round < rounds; round += 1) {
        let begun: () => void = () => undefined;
        up = new Promise((done) => (begun = done));
        // After so many of this round's answers, while the other's message is on its way: another moment each time, the
        // same in each run.
        const moment = 1 + Math.floor(random() * (2 * EACH - 1));
        let answered = 0;
        let reached: () => void = () => undefined;
        const itIsTime = new Promise<void>((done) => (reached = done));
        const talk = Promise.all(
          ['a', 'p'].map(async (who) => {
            for (let n = 0; n < EACH; n += 1) {
              const text = `${who}${round}.${n}`;
              asked.push(text);
              await insist(() =>
                who === 'a'
                  ? ana.post(`cases/${id}/messages`, { text, clientId: text })
                  : person.say(text, `client-${text}`),
              );
              answered += 1;
              if (answered === moment) reached();
            }
          }),
        );
        await Promise.race([itIsTime, talk]);
        await server.halt('SIGKILL');
        await server.again();
        stream.close();
        stream = ana.listen(() => undefined);
        await stream.open;
        await person.connectAgain();
        begun();
        await talk;
      }

      const ours = (texts: readonly string[]) => texts.filter((text) => /^[ap]\d+\.\d+$/.test(text));
      const view = await ana.get<CaseView>(`cases/${id}`);
      const thread = ours(view.thread.map((line) => line.text));
      await person.until(() => ours(personTexts()).length >= thread.length);
      function personTexts(): string[] {
        return person.lines.map((line) => (line.text ?? '').replace(/^Ana: /, ''));
      }
      expect([...thread].sort()).to.deep.equal([...asked].sort());
      expect(ours(personTexts())).to.deep.equal(thread);
      expect(view.owner?.name).to.equal('Ana');
      expect(cutOff, 'messages that were on their way when the server was killed').to.be.at.least(rounds);
    } finally {
      for (const end of endings) await end();
    }
  });
});
