import { expect } from 'chai';
import { type ChatState, lastRead, type Line, NEW_CHAT } from '../../bot/web/chat/conversation/chat-state.ts';
import { Presence } from '../../bot/web/chat/conversation/presence.ts';
import { LineByHand } from './line-by-hand.ts';

const THERE: ChatState = { ...NEW_CHAT, mode: 'with-person' };

describe('what the person and the one from the helpline know of each other', () => {
  let line: LineByHand;
  let hints: object[];
  let presence: Presence;
  beforeEach(() => {
    line = new LineByHand();
    hints = [];
    presence = new Presence(line.around, (hint) => hints.push(hint));
  });

  it('is that the person writes: said every few seconds, and to a person alone', async () => {
    presence.types(NEW_CHAT);
    expect(hints).to.deep.equal([]);
    presence.types(THERE);
    await line.pass(2_000);
    presence.types(THERE);
    expect(hints).to.deep.equal([{ type: 'typing' }]);
    await line.pass(1_000);
    presence.types(THERE);
    expect(hints).to.have.length(2);
  });

  it('is how far the person has read: once for each line, and nothing for their own', () => {
    const read = (seq: number) => ({ type: 'event', name: 'navigator/read', value: { read: seq } });
    presence.saw({ ...THERE, lines: [said('bot', 4)] });
    presence.saw({ ...THERE, lines: [said('bot', 4), said('person', 5)] });
    expect(hints).to.deep.equal([read(4)]);
    presence.saw({ ...THERE, lines: [said('bot', 4), said('person', 5), said('bot', 6)] });
    expect(hints).to.deep.equal([read(4), read(6)]);
  });

  it('is how far the person has read also when the page was loaded again since', () => {
    presence.saw({ ...THERE, earlier: [said('bot', 7), said('person', 8)] });
    expect(hints).to.deep.equal([{ type: 'event', name: 'navigator/read', value: { read: 7 } }]);
  });

  it('is that someone writes to the person, until they stop', async () => {
    let stopped = 0;
    const stop = () => (stopped += 1);
    presence.theyWrite({ ...THERE, typing: 'Ana' }, stop);
    await line.pass(5_000);
    presence.theyWrite({ ...THERE, typing: 'Ana' }, stop);
    await line.pass(5_000);
    expect(stopped).to.equal(0);
    await line.pass(1_000);
    expect(stopped).to.equal(1);
    presence.theyWrite({ ...THERE, typing: 'Ana' }, stop);
    presence.theyWrite(THERE, stop);
    await line.pass(60_000);
    expect(stopped).to.equal(1);
  });

  it('is which of the person’s lines was read last, while someone is there', () => {
    const lines = [said('person', 3), said('bot', 4), said('person', 5)];
    expect(lastRead({ ...THERE, lines, readTo: 4 })).to.equal(3);
    expect(lastRead({ ...THERE, lines, readTo: 5 })).to.equal(5);
    expect(lastRead({ ...THERE, lines, readTo: 2 })).to.equal(undefined);
    expect(lastRead({ ...THERE, mode: 'bot', lines, readTo: 5 })).to.equal(undefined);
  });
});

function said(from: Line['from'], seq: number): Line {
  return { id: String(seq), from, text: 'x', seq };
}
