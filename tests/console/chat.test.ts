import { expect } from 'chai';
import type { Board, CaseView } from '../../bot/domain/console.ts';
import { type StaffClient, startDesk } from './client.ts';
import type { DeskServer } from './desk-server.ts';
import { Person } from './person.ts';

describe('a chat with a person from the helpline', () => {
  let server: DeskServer;
  let ana: StaffClient;
  let sam: StaffClient;
  let ruth: StaffClient;
  const streams: { close: () => void }[] = [];

  beforeEach(async function begin() {
    this.timeout(60_000);
    const helpline = await startDesk([{ name: 'Ana' }, { name: 'Sam' }]);
    server = helpline.server;
    ruth = helpline.administrator;
    [ana, sam] = helpline.staff as [StaffClient, StaffClient];
  });

  afterEach(async () => {
    for (const stream of streams.splice(0)) stream.close();
    await server.close();
  });

  /** A console is open, and its owner may take chats. */
  async function onDuty(
    client: StaffClient,
    heard: (event: { kind: string }, id: string) => void = () => undefined,
  ) {
    const stream = client.listen(heard);
    streams.push(stream);
    await stream.open;
    await client.post('duty', { duty: 'available' });
    return stream;
  }

  it('is not offered while nobody is there', async () => {
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

  it('goes from the line to a colleague, to a supervisor who helps, and back to the bot', async () => {
    await onDuty(ana);
    await onDuty(sam);
    const person = new Person(server.url);
    await person.arrive();
    await person.askForChat();

    const waiting = (await ana.get<Board>('board')).queue;
    expect(waiting).to.have.length(1);
    const id = waiting[0]?.id ?? '';
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
    await onDuty(ana);
    const person = new Person(server.url);
    await person.arrive();
    await person.askForChat();
    const id = (await ana.get<Board>('board')).queue[0]?.id ?? '';
    await ana.post(`cases/${id}/claim`);
    await ana.post(`cases/${id}/messages`, { text: 'Hello.', clientId: 'one' });
    await person.until(() => person.lines.some((line) => line.text === 'Ana: Hello.'));
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
    expect(JSON.stringify(chat.audit)).not.to.include('kill');
  });

  it('is told to consoles at once, and again to those that were away', async () => {
    const heard: { kind: string; id: string }[] = [];
    await onDuty(ana, (event, id) => heard.push({ kind: event.kind, id }));
    const person = new Person(server.url);
    await person.arrive();
    await person.askForChat();
    const id = (await ana.get<Board>('board')).queue[0]?.id ?? '';
    expect(id).not.to.equal('');
    const kinds: string[] = [];
    const again = ana.listen((event) => kinds.push(event.kind), heard.find((one) => one.kind === 'case')?.id);
    streams.push(again);
    await again.open;
    await ana.post(`cases/${id}/claim`);
    await ana.post(`cases/${id}/messages`, { text: 'Hello.', clientId: 'one' });
    await person.until(() => person.lines.some((line) => line.text === 'Ana: Hello.'));
    expect(heard.map((one) => one.kind)).to.include.members(['case', 'alert', 'thread']);
    expect(kinds).to.include.members(['case', 'thread']);
  });
});
