import { expect } from 'chai';
import type { ReplyView } from '../../bot/domain/view.ts';
import type { Activity } from '../../bot/web/chat/connection/activity.ts';
import { NEW_CHAT, receive } from '../../bot/web/chat/conversation/chat-state.ts';

describe('what the chat page shows of a conversation', () => {
  it('is each thing once, though the stream and a catch-up both bring it', () => {
    const hello = bot('1', { parts: [words('Hello.')] });
    const state = receive(
      receive(NEW_CHAT, [hello], false),
      [hello, bot('2', { parts: [words('Again.')] })],
      false,
    );
    expect(state.lines.map((line) => line.id)).to.deep.equal(['1', '2']);
  });

  it('keeps what was said earlier apart from what is new, so that only the new is announced', () => {
    const earlier = receive(NEW_CHAT, [bot('1', { parts: [words('Yesterday.')] })], true);
    const state = receive(
      earlier,
      [bot('1', { parts: [words('Yesterday.')] }), bot('2', { parts: [words('Now.')] })],
      false,
    );
    expect(state.earlier.map((line) => line.id)).to.deep.equal(['1']);
    expect(state.lines.map((line) => line.id)).to.deep.equal(['2']);
  });

  it('leaves the open question open when something is only kept', () => {
    const asked = receive(NEW_CHAT, [bot('1', { parts: [], ask: QUESTION })], false);
    const plan = { options: [], resources: [], questions: [{ id: 'q', text: 'Which scan is next?' }] };
    const state = receive(
      asked,
      [{ ...bot('2', { parts: [], plan }), type: 'event', name: 'navigator' }],
      false,
    );
    expect(state.ask).to.equal(QUESTION);
    expect(state.plan).to.equal(plan);
    expect(state.lines).to.have.length(1);
  });

  it('closes the question when a reply brings none', () => {
    const asked = receive(NEW_CHAT, [bot('1', { parts: [], ask: QUESTION })], false);
    expect(receive(asked, [bot('2', { parts: [words('Rest now.')] })], false).ask).to.equal(null);
  });

  it('waits for an answer after the person said something, and no longer when it came', () => {
    const said = receive(NEW_CHAT, [person('1', 'I am scared')], false);
    expect(said.due).to.equal(true);
    expect(receive(said, [bot('2', { parts: [words('That makes sense.')] })], false).due).to.equal(false);
  });

  it('says a notice once when each try brings it', () => {
    const notice = (id: string): Activity => ({
      type: 'message',
      id,
      text: 'Something went wrong.',
      from: { role: 'bot' },
    });
    const state = receive(NEW_CHAT, [notice('1'), notice('2')], false);
    expect(state.lines).to.have.length(1);
  });

  it('is over when the chat was deleted', () => {
    expect(
      receive(NEW_CHAT, [bot('1', { parts: [words('It is deleted.')], mode: 'ended' })], false).over,
    ).to.equal(true);
  });

  it('passes over what it does not know', () => {
    const strange: Activity[] = [{ type: 'trace' }, { type: 'event', name: 'other' }, { type: 'typing' }];
    expect(receive(NEW_CHAT, strange, false)).to.equal(NEW_CHAT);
  });
});

const QUESTION: NonNullable<ReplyView['ask']> = {
  id: '1',
  kind: 'yes_no',
  text: 'Shall I?',
  choices: [],
  skippable: true,
  why: false,
  back: false,
};

function words(text: string): ReplyView['parts'][number] {
  return { kind: 'text', text };
}
function bot(id: string, view: Partial<ReplyView>): Activity {
  const navigator: ReplyView = { v: 1, parts: [], mode: 'bot', crisisBar: false, ...view };
  return {
    type: 'message',
    id,
    from: { id: 'navigator', role: 'bot' },
    text: '',
    channelData: { navigator },
  };
}
function person(id: string, text: string): Activity {
  return { type: 'message', id, from: { id: 'dl_x', role: 'user' }, text };
}
