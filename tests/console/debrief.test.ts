import { expect } from 'chai';
import type { Board } from '../../bot/domain/console.ts';
import type { StaffClient } from './client.ts';
import { Shift } from './shift.ts';

const HARD_WORDS = 'I want to kill myself tonight';

describe('after a hard chat', () => {
  let shift: Shift;
  beforeEach(async function begin() {
    this.timeout(60_000);
    shift = await Shift.begin();
  });
  afterEach(() => shift?.end());

  /** A console is open: what kinds of events it has heard, and a promise of so many of one kind. */
  async function listening(client: StaffClient) {
    const heard: string[] = [];
    let look = () => {};
    await shift.listens(client, (event) => {
      heard.push(event.kind);
      look();
    });
    const told = (kind: string, times: number) =>
      new Promise<void>((done) => {
        look = () => {
          if (heard.filter((one) => one === kind).length >= times) done();
        };
        look();
      });
    return { heard, told };
  }

  /** Who is there is told to all a moment later: whoever has heard that has heard whatever came before it. */
  async function everythingBefore(console: { told: (kind: string, times: number) => Promise<void> }) {
    shift.server.pass(300);
    await console.told('duty', 1);
  }

  /** Ana has a chat with someone who says what is given, and closes it. Returns the case's id. */
  async function closedChat(said: string): Promise<string> {
    const { ana } = shift;
    await ana.post('duty', { duty: 'available' });
    const { person, id } = await shift.greeted();
    await person.say(said);
    await ana.post(`cases/${id}/close`, { outcome: 'emergency-help' });
    await person.until(() => person.mode === 'bot');
    person.leaveThePage();
    return id;
  }

  it('a debrief is offered to whoever had it, and supervisors see for whom and since when', async () => {
    const { server, ana, sam, ruth } = shift;
    server.pass(60_000);
    const [ofAna, ofSam, ofRuth] = [await listening(ana), await listening(sam), await listening(ruth)];
    const id = await closedChat(HARD_WORDS);
    await ofAna.told('board', 1);
    await ofRuth.told('board', 1);
    expect((await ana.get<Board>('board')).debriefs).to.deep.equal([{ id, wanted: false }]);
    const seen = await ruth.get<Board>('board');
    expect(seen.debriefs).to.deep.equal([]);
    // Name and time, and nothing from which the case could be found.
    const since = '2026-11-20T18:01:00.000Z';
    expect(seen.debriefsOfOthers).to.deep.equal([{ name: 'Ana', since, wanted: false }]);
    for (const colleague of [ana, sam])
      expect((await colleague.get<Board>('board')).debriefsOfOthers).to.deep.equal([]);

    for (const other of [sam, ruth])
      expect((await other.call('POST', `cases/${id}/debriefed`, { answer: 'had' })).status).to.equal(403);
    expect((await ana.call('POST', `cases/${id}/debriefed`, { answer: 'soon' })).status).to.equal(400);
    await ana.post(`cases/${id}/debriefed`, { answer: 'wanted' });
    await ofRuth.told('board', 2);
    expect((await ruth.get<Board>('board')).debriefsOfOthers).to.deep.equal([
      { name: 'Ana', since, wanted: true },
    ]);
    expect((await ana.get<Board>('board')).debriefs).to.deep.equal([{ id, wanted: true }]);
    await ana.post(`cases/${id}/debriefed`, { answer: 'had' });
    await ofRuth.told('board', 3);
    expect((await ruth.get<Board>('board')).debriefsOfOthers).to.deep.equal([]);
    expect((await ana.get<Board>('board')).debriefs).to.deep.equal([]);
    await everythingBefore(ofSam);
    expect(ofSam.heard).to.include('case').and.not.include('board');
  });

  it('the end of a shift counts it as still open, and a closed account is nobody to look after', async () => {
    const { ana, ruth } = shift;
    await listening(ana);
    await closedChat(HARD_WORDS);
    expect(await ana.post('check-out')).to.include({ chats: 0, debriefs: 1 });
    expect((await ruth.get<Board>('board')).debriefsOfOthers).to.have.length(1);
    await ruth.post(`staff/${ana.me.id}`, { active: false });
    expect((await ruth.get<Board>('board')).debriefsOfOthers).to.deep.equal([]);
  });

  it('nobody is asked for a debrief when no safety line was shown', async () => {
    const { ana, ruth } = shift;
    await listening(ana);
    const ofRuth = await listening(ruth);
    await closedChat('Thank you, that helps.');
    expect(await ana.post('check-out')).to.include({ chats: 0, debriefs: 0 });
    expect((await ruth.get<Board>('board')).debriefsOfOthers).to.deep.equal([]);
    await everythingBefore(ofRuth);
    expect(ofRuth.heard).to.include('case').and.not.include('board');
  });
});
