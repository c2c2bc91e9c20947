import { expect } from 'chai';
import type { Board, CaseView } from '../../bot/domain/console.ts';
import { times } from '../effort.ts';
import { startHelpline } from './client.ts';
import { Person } from './person.ts';

describe('a live chat when the server is killed', () => {
  const rounds = times(3);
  it(`is the same complete thread on both sides after ${rounds} kills at random moments`, async function kills() {
    this.timeout(60_000 + rounds * 20_000);
    const { server, staff } = await startHelpline([{ name: 'Ana' }]);
    const [ana] = staff;
    if (ana === undefined) throw new Error('nobody is there');
    try {
      let stream = ana.listen(() => undefined);
      await stream.open;
      await ana.post('duty', { duty: 'available' });
      const person = new Person(server.url);
      await person.arrive();
      await person.askForChat();
      const id = (await ana.get<Board>('board')).queue[0]?.id ?? '';
      await ana.post(`cases/${id}/claim`);

      const asked: string[] = [];
      /** Says something until the server has said that it has it, always under the same id. */
      const insist = async (say: () => Promise<unknown>) => {
        for (;;) {
          try {
            await say();
            return;
          } catch {
            await up;
          }
        }
      };
      let up: Promise<void> = Promise.resolve();
      for (let round = 0; round < rounds; round += 1) {
        const talk = Promise.all(
          ['a', 'p'].map(async (who) => {
            for (let n = 0; n < 6; n += 1) {
              const text = `${who}${round}.${n}`;
              asked.push(text);
              await insist(() =>
                who === 'a'
                  ? ana.post(`cases/${id}/messages`, { text, clientId: text })
                  : person.say(text, `client-${text}`),
              );
            }
          }),
        );
        // Somewhere among the first messages: another moment each time, the same in each run.
        await new Promise((soon) => setTimeout(soon, (round * 37) % 120));
        let begun: () => void = () => undefined;
        up = new Promise((done) => (begun = done));
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
      stream.close();
      person.leaveThePage();
    } finally {
      await server.close();
    }
  });
});
