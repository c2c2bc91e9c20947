import { expect } from 'chai';
import type { Activity } from '../../bot/web/chat/connection/activity.ts';
import { Connection, type Link } from '../../bot/web/chat/connection/connection.ts';
import { DirectLine } from '../../bot/web/chat/connection/direct-line.ts';
import { afterReload, type Outbox, type Outgoing } from '../../bot/web/chat/connection/outbox.ts';
import { LineByHand, settle } from './line-by-hand.ts';

const MINUTE = 60_000;

describe('the line of the chat page', () => {
  it('says hello after the page is opened', async () => {
    const { line, page } = await opened();
    line.say('Hello.');
    expect(page.link).to.equal('online');
    expect(page.heard()).to.deep.equal(['Hello.']);
  });

  it('keeps what is written without a network, and sends it once when it is back', async () => {
    const { line, page } = await opened();
    line.network = false;
    line.dropSockets();
    page.connection.lostNetwork();
    page.connection.send(message('m1', 'I am still here'));
    await line.pass(5 * MINUTE);
    expect(page.link).to.equal('offline');
    expect(page.outbox.map((item) => item.state)).to.deep.equal(['waiting']);

    line.network = true;
    page.connection.wake();
    await settle();
    expect(page.link).to.equal('online');
    expect(page.outbox).to.deep.equal([]);
    expect(page.heard()).to.deep.equal(['I am still here']);
    expect(line.posted).to.have.length(1);
  });

  it('does not say a thing twice when the answer to it got lost on the way', async () => {
    const { line, page } = await opened();
    line.losesAnswers = true;
    page.connection.send(message('m1', 'Only once'));
    await settle();
    line.losesAnswers = false;
    await line.pass(10_000);
    expect(page.heard()).to.deep.equal(['Only once']);
    expect(page.outbox).to.deep.equal([]);
  });

  it('sends after a reload what had not come back before it, under the same id', async () => {
    const line = new LineByHand();
    const before = new Page(line);
    before.connection.open([]);
    await settle();
    line.network = false;
    before.connection.send(message('m1', 'Written before the reload'));
    await settle();
    const kept = afterReload(before.outbox);
    before.connection.close();

    line.network = true;
    const after = new Page(line);
    after.connection.resume('c1', 'token', kept);
    await settle();
    expect(line.posted.map((one) => one.channelData.clientActivityID)).to.deep.equal(['m1']);
    expect(after.outbox).to.deep.equal([]);
  });

  it('does not send again after a reload what the server has', async () => {
    const line = new LineByHand();
    const before = new Page(line);
    before.connection.open([]);
    await settle();
    before.connection.send(message('m1', 'It arrived'));
    await settle();
    before.connection.close();

    const after = new Page(line);
    after.connection.resume(
      'c1',
      'token',
      afterReload([{ ...message('m1', 'It arrived'), state: 'accepted' }]),
    );
    await settle();
    expect(line.posted).to.have.length(1);
    expect(after.heard('replay')).to.deep.equal(['It arrived']);
    expect(after.outbox).to.deep.equal([]);
  });

  it('hears what was said while the connection was lost, each thing once', async () => {
    const { line, page } = await opened();
    line.say('One.');
    line.dropSockets();
    line.say('Two.');
    await line.pass(2000);
    line.say('Three.');
    expect(page.heard()).to.deep.equal(['One.', 'Two.', 'Three.']);
  });

  it('asks instead of listening where WebSockets are blocked', async () => {
    const line = new LineByHand();
    line.socketsBlocked = true;
    const page = new Page(line);
    page.connection.open([]);
    await line.pass(3000);
    line.say('Hello.');
    await line.pass(4000);
    expect(page.link).to.equal('online');
    expect(page.heard()).to.deep.equal(['Hello.']);
  });

  it('goes on after a night in which the token ran out', async () => {
    const { line, page } = await opened();
    line.network = false;
    line.dropSockets();
    await line.pass(8 * 60 * MINUTE);
    line.network = true;
    line.tokenGood = false;
    page.connection.wake();
    await settle();
    line.say('Still here.');
    expect(page.link).to.equal('online');
    expect(page.heard()).to.deep.equal(['Still here.']);
  });

  it('renews the token while the page is open', async () => {
    const { line } = await opened();
    await line.pass(31 * MINUTE);
    expect(line.calls.filter((call) => call === 'POST /tokens/refresh')).to.have.length(2);
  });

  it('asks the person, not the server, after the server has failed twice on the same message', async () => {
    const { line, page } = await opened();
    line.trouble = 500;
    page.connection.send(message('m1', 'Hello?'));
    await line.pass(20_000);
    expect(page.outbox.map((item) => item.state)).to.deep.equal(['failed']);
    line.trouble = undefined;
    page.connection.retry('m1');
    await settle();
    expect(page.outbox).to.deep.equal([]);
  });

  it('lets a message be discarded that could not be sent', async () => {
    const { line, page } = await opened();
    line.trouble = 400;
    page.connection.send(message('m1', 'Too strange'));
    await settle();
    expect(page.outbox.map((item) => item.state)).to.deep.equal(['failed']);
    page.connection.discard('m1');
    expect(page.outbox).to.deep.equal([]);
  });

  it('knows that the chat was deleted', async () => {
    const { line, page } = await opened();
    line.erased = true;
    line.dropSockets(1000, 'conversation erased');
    expect(page.link).to.equal('erased');
  });

  it('says so when the server no longer keeps the chat', async () => {
    const line = new LineByHand();
    line.erased = true;
    line.tokenGood = false;
    const page = new Page(line);
    page.connection.resume('c1', 'token', []);
    await settle();
    expect(page.link).to.equal('gone');
  });

  it('tries more and more slowly, and at once when the network comes back', async () => {
    const { line, page } = await opened();
    line.network = false;
    line.dropSockets();
    await line.pass(10 * MINUTE);
    const tries = line.calls.length;
    expect(tries).to.be.lessThan(40);
    line.network = true;
    page.connection.wake();
    await settle();
    expect(page.link).to.equal('online');
  });
});

/** What the page hears of its connection. */
class Page {
  link: Link = 'idle';
  outbox: Outbox = [];
  readonly connection: Connection;
  readonly #heard: { activity: Activity; replay: boolean }[] = [];

  constructor(line: LineByHand) {
    this.connection = new Connection(
      new DirectLine('/v3/directline', '/api/renew', line.around),
      line.around,
      {
        link: (link) => (this.link = link),
        outbox: (outbox) => (this.outbox = outbox),
        activities: (activities, replay) => {
          for (const activity of activities) {
            if (!this.#heard.some((one) => one.activity.id === activity.id))
              this.#heard.push({ activity, replay });
          }
        },
        key: () => undefined,
      },
      () => 'en-US',
    );
  }

  heard(which: 'news' | 'replay' = 'news'): (string | undefined)[] {
    return this.#heard.filter((one) => one.replay === (which === 'replay')).map((one) => one.activity.text);
  }
}

async function opened(): Promise<{ line: LineByHand; page: Page }> {
  const line = new LineByHand();
  const page = new Page(line);
  page.connection.open([]);
  await settle();
  return { line, page };
}

function message(id: string, text: string): Outgoing {
  return { id, kind: 'message', text, state: 'waiting', troubles: 0 };
}
