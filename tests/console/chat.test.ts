import { expect } from 'chai';
import type { Board, CaseView } from '../../bot/domain/console.ts';
import { LIMITS } from '../../bot/handoff/limits.ts';
import { Person } from './person.ts';
import { Shift } from './shift.ts';

const MINUTE = 60_000;

describe('a chat with a person from the helpline', () => {
  let shift: Shift;
  beforeEach(async function begin() {
    this.timeout(60_000);
    shift = await Shift.begin();
  });
  afterEach(() => shift?.end());

  it('is not offered while nobody is there', async () => {
    const { server, ruth } = shift;
    const person = new Person(server.url);
    await person.arrive();
    await person.press('person');
    expect(person.ask?.choices.map((choice) => choice.id))
      .to.include('call_back')
      .and.not.include('chat');
    const board = await ruth.get<Board>('board');
    expect(board.queue).to.deep.equal([]);
    expect(board.chat).to.include({ open: false, why: 'nobody-on-duty' });
  });

  it('is for those who are there: a yes that took minutes is asked about before anyone is called', async () => {
    const { server, ana } = shift;
    await shift.onDuty(ana);
    const person = new Person(server.url);
    await person.arrive();
    await person.press('person');
    await person.choose('chat');
    server.pass(6 * 60_000);
    // A stream that has been quiet for so long was closed.
    await person.connectAgain();
    await person.choose('send');
    expect(person.ask?.choices.map((choice) => choice.id)).to.deep.equal(['here', 'dont']);
    expect((await ana.get<Board>('board')).queue).to.deep.equal([]);
    await person.choose('here');
    expect((await ana.get<Board>('board')).queue).to.have.length(1);
    person.leaveThePage();
  });

  it('goes from the line to a colleague, to a supervisor who helps, and back to the bot', async () => {
    const { ana, sam, ruth } = shift;
    await shift.onDuty(ana);
    await shift.onDuty(sam);
    const { person, id } = await shift.inLine();
    expect((await ana.get<Board>('board')).queue).to.have.length(1);
    const seen = await ana.get<CaseView>(`cases/${id}`);
    expect(seen.summary.map((line) => line.label)).to.include('Language');

    await ana.post(`cases/${id}/claim`);
    await person.until(() =>
      person.lines.some((line) => /Ana from the helpline is here/.test(line.text ?? '')),
    );
    expect(person.mode).to.equal('with-person');
    expect((await sam.call('POST', `cases/${id}/claim`, {})).status).to.equal(409);
    expect((await sam.call('POST', `cases/${id}/messages`, { text: 'x', clientId: 'x' })).status).to.equal(
      403,
    );
    expect((await sam.call('GET', `cases/${id}`)).status).to.equal(403);

    await ana.post(`cases/${id}/messages`, { text: 'Good evening.', clientId: 'one' });
    await ana.post(`cases/${id}/messages`, { text: 'Good evening.', clientId: 'one' });
    await person.until(() => person.lines.some((line) => line.text === 'Ana: Good evening.'));
    await person.say('My sister asked me to write.');
    const chat = await ana.get<CaseView>(`cases/${id}`);
    expect(chat.state).to.equal('live');
    expect(chat.thread.filter((line) => line.from === 'staff').map((line) => line.text)).to.deep.equal([
      'Good evening.',
    ]);
    expect(chat.thread.at(-1)).to.include({ from: 'person', text: 'My sister asked me to write.' });

    await ana.post(`cases/${id}/transfer`, { to: sam.me.id });
    await person.until(() => person.lines.some((line) => /passed to Sam/.test(line.text ?? '')));
    await sam.post(`cases/${id}/messages`, { text: 'Hello, Sam here.', clientId: 'two' });
    await sam.post(`cases/${id}/help`);
    await ruth.post(`cases/${id}/join`);
    await person.until(() =>
      person.lines.some((line) => /Ruth from the helpline has joined/.test(line.text ?? '')),
    );
    await ruth.post(`cases/${id}/leave`);
    await sam.post(`cases/${id}/back-to-bot`);
    await person.until(() => person.mode === 'bot');
    expect(person.ask?.text).to.match(/what you came for/);

    const ended = await sam.get<CaseView>(`cases/${id}`);
    expect(ended).to.include({ state: 'returned-to-bot', needsOutcome: true });
    await sam.post(`cases/${id}/outcome`, { outcome: 'information-given' });
    expect((await sam.get<Board>('board')).mine).to.deep.equal([]);
  });

  it('shows numbers to the person and one line to staff when words mean danger', async () => {
    const { ana } = shift;
    await shift.onDuty(ana);
    const { person, id } = await shift.greeted();
    await person.say('I want to kill myself tonight');
    await person.until(() =>
      person.lines.some(
        (line) => line.channelData?.navigator?.parts?.some((part) => part.kind === 'lines') === true,
      ),
    );
    const chat = await ana.get<CaseView>(`cases/${id}`);
    expect(chat.state).to.equal('live');
    expect(chat.safetyShown.map((one) => one.kind)).to.deep.equal(['suicide']);
    expect(chat.audit.map((line) => line.what)).to.include('safety-shown');
    // What the person has in view, so that nobody has to ask which number it was.
    const crisis = chat.shown.lines.find((line) => /988/.test(line.name));
    expect(crisis).to.deep.include({ at: '2026-11-20T18:00:00.000Z' });
    expect(crisis?.numbers).to.match(/\b988\b/);
    expect(JSON.stringify(chat.audit)).not.to.include('kill');
  });

  it('is deleted by the person in the middle of it: nothing of what was said is left, and staff see why', async () => {
    const { ana } = shift;
    await shift.onDuty(ana);
    const { person, id } = await shift.greeted();
    await person.say('My sister asked me to write.');
    await person.say('delete my chat');
    await person.until(() => person.ask?.choices.some((choice) => choice.id === 'delete') === true);
    const asked = await ana.get<CaseView>(`cases/${id}`);
    expect(asked.thread.map((line) => line.text)).to.include('delete my chat');
    await person.choose('delete');
    await person.until(() => person.lines.some((line) => /It is deleted/.test(line.text ?? '')));
    const gone = await ana.get<CaseView>(`cases/${id}`);
    expect(gone).to.include({ state: 'withdrawn' });
    expect(gone.audit.at(-1)).to.include({ what: 'erased', by: 'person' });
    expect(gone.thread).to.deep.equal([]);
    expect(gone.summary.map((line) => line.id)).not.to.include.oneOf(['name', 'phone', 'call-back.name']);
    const more = await ana.call('POST', `cases/${id}/messages`, { text: 'Are you there?', clientId: 'late' });
    expect(more.status).to.equal(409);
  });

  it('is left in words, where there is no button, and staff see that the person went', async () => {
    const { ana } = shift;
    await shift.onDuty(ana);
    const { person, id } = await shift.greeted();
    await person.say('end chat');
    await person.until(() => person.mode === 'bot');
    const left = await ana.get<CaseView>(`cases/${id}`);
    expect(left).to.include({ state: 'returned-to-bot' });
    expect(left.audit.at(-1)).to.include({ what: 'back-to-bot', by: 'person' });
    expect(left.thread.map((line) => line.text)).to.include('end chat');
  });

  it('is told to consoles at once, and again to those that were away', async () => {
    const { ana } = shift;
    const live = shift.hears(ana, ['case', 'alert', 'thread']);
    await live.open;
    await ana.post('duty', { duty: 'available' });
    await shift.greeted();
    const first = await live.all;
    // All of it has happened before this console comes back, so whatever it hears is told again.
    const again = shift.hears(ana, ['case', 'thread'], first.get('case'));
    await again.open;
    expect(await again.all).not.to.include.keys('reset');
  });

  it('is gone from consoles as soon as the person has deleted it', async () => {
    const { ana, ruth } = shift;
    const first = shift.hears(ana, ['case']);
    await first.open;
    await ana.post('duty', { duty: 'available' });
    const { person, id } = await shift.greeted();
    await person.say('Something of my own');
    await person.send({ text: 'End', value: { navigator: { leave: true } } });
    await person.until(() => person.mode === 'bot');
    await person.press('erase');
    await ana.post(`cases/${id}/outcome`, { outcome: 'support-found' });
    const told = new Promise<void>((heard) => {
      // Nothing else happens to the case any more.
      void shift.listens(ana, (event) => event.kind === 'case' && heard());
    });
    const choose = { ask: person.ask?.id, choices: ['delete'] };
    await person.send({ text: 'Delete it all', value: { navigator: { choose } } });
    await told;
    expect(await ruth.get<CaseView>(`cases/${id}`)).to.deep.include({ thread: [], threadGone: true });

    const again: object[] = [];
    const since = (await first.all).get('case');
    // What was kept comes first; that she is there now comes after it.
    const { promise: caughtUp, resolve } = Promise.withResolvers<void>();
    const hear = (event: { kind: string }) => {
      again.push(event);
      if (event.kind === 'duty') resolve();
    };
    await shift.listens(ruth, hear, since);
    shift.server.pass(300);
    await caughtUp;
    expect(JSON.stringify(again)).to.include('"case"').and.not.include('Something of my own');
  });

  it('is not closed in a silence that is none: while the person types, or after staff wrote again', async () => {
    const { server, ana } = shift;
    await shift.onDuty(ana);
    const { person, id } = await shift.greeted();
    /** The case, after whatever time has done to it: a note waits for the same lock. */
    const stateAfter = async (milliseconds: number) => {
      server.pass(milliseconds);
      await ana.post(`cases/${id}/notes`, { text: 'Waits.' });
      return (await ana.get<CaseView>(`cases/${id}`)).state;
    };
    server.pass(1_000);
    await ana.post(`cases/${id}/messages`, { text: 'Take your time.', clientId: 'time' });
    expect(await stateAfter(LIMITS.quiet + MINUTE)).to.equal('quiet');
    expect(await stateAfter(LIMITS.quietClose - 2 * MINUTE)).to.equal('quiet');
    await person.send({ type: 'typing' });
    expect(await stateAfter(LIMITS.quietClose - MINUTE)).to.equal('quiet');
    await ana.post(`cases/${id}/messages`, { text: 'I am here.', clientId: 'again' });
    expect(await stateAfter(LIMITS.quietClose - MINUTE)).to.equal('quiet');
    expect(await stateAfter(2 * MINUTE)).to.equal('closed');
    const { audit } = await ana.get<CaseView>(`cases/${id}`);
    expect(audit.filter((line) => line.what === 'quiet-check')).to.have.length(1);
  });

  it('is taken by someone with two windows no more often than they may', async () => {
    const { ana } = shift;
    await shift.onDuty(ana);
    for (let n = 0; n < 3; n += 1) await shift.inLine();
    const { queue } = await ana.get<Board>('board');
    const taken = await Promise.all(
      queue.map(async ({ id }) => (await ana.call('POST', `cases/${id}/claim`, {})).status),
    );
    expect(taken.sort((a, b) => a - b)).to.deep.equal([200, 200, 409]);
  });
});
