import { expect } from 'chai';
import type { ConversationRecord } from '../../bot/domain/record.ts';
import { MemoryCases } from '../../bot/store/cases.ts';
import { MemoryStore } from '../../bot/store/memory.ts';
import { createRunTurn, hashCode, type TurnParts } from '../../bot/turn/create-run-turn.ts';
import type { TurnRequest, TurnResult } from '../../bot/turn/run-turn.ts';
import { bedFile, NOON, smallDirectory, testBed } from '../engine/test-bed.ts';

const program = testBed();

function setUp(changed: Partial<TurnParts> = {}) {
  const clock = { time: NOON, now: () => clock.time };
  const store = new MemoryStore();
  let codes = 0;
  const parts: TurnParts = {
    program: () => program,
    directory: () => smallDirectory,
    store,
    cases: new MemoryCases(),
    clock,
    chance: { id: () => 'id', code: () => `CODE${(codes += 1)}` },
    assess: (text) => (text.includes('danger') ? { kind: 'suicide', rule: 'r' } : null),
    helpline: () => ({ state: 'none' }),
    retentionHours: 24,
    ...changed,
  };
  return { runTurn: createRunTurn(parts), store, clock };
}

const start: TurnRequest = { conversation: 'c', key: 'k0', input: { kind: 'start' } };
const find: TurnRequest = {
  conversation: 'c',
  key: 'k1',
  input: { kind: 'choose', ask: '1', choices: ['find'] },
  said: 'Find support',
  clientId: 'page-1',
};
const later: TurnRequest = {
  conversation: 'c',
  key: 'k2',
  input: { kind: 'choose', ask: '2', choices: ['later'] },
  said: 'Later',
};

/** The question a turn ends with. */
function asked(result: TurnResult): string | undefined {
  const bot = result.entries.at(-1);
  return bot?.from === 'bot' ? bot.reply.ask?.text : undefined;
}

describe('a turn', () => {
  it('is kept as one piece: the answer, what was said, and the key', async () => {
    const { runTurn, store } = setUp();
    await runTurn(start);
    const result = await runTurn(find);
    expect(result.entries.map((entry) => [entry.seq, entry.from])).to.deep.equal([
      [2, 'person'],
      [3, 'bot'],
    ]);
    const record = await store.load('c');
    expect(record?.transcript.map((entry) => entry.seq)).to.deep.equal([1, 2, 3]);
    expect(record?.transcript[1]).to.include({ text: 'Find support', clientId: 'page-1' });
    expect(record?.version).to.equal(2);
  });

  it('that arrives twice is answered twice and done once', async () => {
    const { runTurn, store } = setUp();
    await runTurn(start);
    const first = await runTurn(find);
    const again = await runTurn(find);
    expect(again.kind).to.equal('repeat');
    expect(again.entries).to.deep.equal(first.entries);
    expect((await store.load('c'))?.lastSeq).to.equal(3);
  });

  it('twice at once is done once', async () => {
    const { runTurn, store } = setUp();
    await runTurn(start);
    const results = await Promise.all([runTurn(find), runTurn(find), runTurn(find)]);
    expect(results.filter((result) => result.kind === 'done')).to.have.length(1);
    expect((await store.load('c'))?.lastSeq).to.equal(3);
  });

  it('loses no answer when many come at once', async () => {
    const { runTurn, store } = setUp();
    await runTurn(start);
    const keeps = Array.from(
      { length: 20 },
      (_, n): TurnRequest => ({
        conversation: 'c',
        key: `keep-${n}`,
        input: { kind: 'keep', what: 'resource', id: `${n}-service`, on: true },
      }),
    );
    await Promise.all(keeps.map(runTurn));
    expect((await store.load('c'))?.conversation.plan.resources).to.have.length(20);
  });

  it('hears a cry for help in a typed text and in a label', async () => {
    const { runTurn } = setUp();
    await runTurn(start);
    const typed = await runTurn({
      conversation: 'c',
      key: 'k',
      input: { kind: 'text', text: 'danger' },
      said: 'danger',
    });
    const bot = typed.entries.find((entry) => entry.from === 'bot');
    expect(bot?.from === 'bot' && bot.reply.parts[0]).to.include({
      kind: 'text',
      text: 'I am glad you told me.',
    });
  });

  it('takes the labels of buttons for our own words, each by itself', async () => {
    const { runTurn } = setUp({
      assess: (text) =>
        text.includes(', ')
          ? { kind: 'suicide', rule: 'r' }
          : text === 'Now'
            ? { kind: 'prognosis', rule: 'r' }
            : // The model guesses about words of people, and ours are none.
              text === 'Something to read'
              ? { kind: 'suicide', rule: 'model:suicide' }
              : null,
    });
    await runTurn(start);
    await runTurn(find);
    const now = await runTurn({
      conversation: 'c',
      key: 'n',
      input: { kind: 'choose', ask: '2', choices: ['now'] },
      said: 'Now',
    });
    expect(asked(now)).to.equal('What would help?');
    const both = await runTurn({
      conversation: 'c',
      key: 'b',
      input: { kind: 'choose', ask: '3', choices: ['talk', 'read'] },
      said: 'Talking with someone, Something to read',
    });
    expect(asked(both)).to.equal('How many years?');
  });

  it('takes the buttons beside the choices for our own words too, and nothing else that claims to be one', async () => {
    const { runTurn } = setUp({ assess: () => ({ kind: 'suicide', rule: 'model:suicide' }) });
    const heard = setUp({ assess: () => ({ kind: 'suicide', rule: 'r' }) });
    const press = (said: string): TurnRequest => ({
      conversation: 'c',
      key: said,
      input: { kind: 'interrupt', id: 'back' },
      said,
    });
    await runTurn(start);
    await runTurn({ ...find, said: 'Find support' });
    expect(asked(await runTurn(press('Back')))).to.equal('What would help?');
    expect(asked(await runTurn(press('Back to where I want to end it')))).to.equal('What now?');
    await heard.runTurn(start);
    expect(asked(await heard.runTurn(press('Back')))).to.equal('What now?');
  });

  it('hears a cry for help that came with a press but is none of our labels', async () => {
    const { runTurn } = setUp();
    await runTurn(start);
    const result = await runTurn({ ...find, said: 'I am in danger' });
    expect(asked(result)).to.equal('What now?');
  });

  it('takes a press inside urgent help for an answer, and hears words there as ever', async () => {
    const { runTurn } = setUp({
      assess: (text) => (/danger|Go on/.test(text) ? { kind: 'suicide', rule: 'r' } : null),
    });
    await runTurn(start);
    const words = (key: string): TurnRequest => ({
      conversation: 'c',
      key,
      input: { kind: 'text', text: 'I am in danger' },
      said: 'I am in danger',
    });
    await runTurn(words('w1'));
    const again = await runTurn(words('w2'));
    expect(asked(again)).to.equal('What now?');
    const bot = again.entries.at(-1);
    const ask = bot?.from === 'bot' ? (bot.reply.ask?.id ?? '') : '';
    const press: TurnRequest['input'] = { kind: 'choose', ask, choices: ['go_on'] };
    const pressed = await runTurn({ conversation: 'c', key: 'p', input: press, said: 'Go on' });
    expect(asked(pressed)).to.not.equal('What now?');
    expect(asked(pressed)).to.be.a('string');
  });

  it('answers words written before the person agreed, and does not keep them', async () => {
    const { runTurn, store } = setUp();
    await runTurn(start);
    const typed = { kind: 'text', text: 'my own words' } as const;
    const result = await runTurn({ conversation: 'c', key: 't', input: typed, said: 'my own words' });
    expect(asked(result)).to.equal('This is kept for a day.');
    expect(JSON.stringify(await store.load('c'))).to.not.include('own words');
  });

  it('keeps the first 5,000 characters of a letter, and looks for danger in all of it', async () => {
    const { runTurn, store } = setUp();
    await runTurn(start);
    await runTurn({ conversation: 'c', key: 'a', input: { kind: 'consent' } });
    const letter = `${'word '.repeat(20_000)}danger`;
    const result = await runTurn({
      conversation: 'c',
      key: 'b',
      input: { kind: 'text', text: letter },
      said: letter,
    });
    expect(asked(result)).to.equal('What now?');
    expect(JSON.stringify(await store.load('c')).length).to.be.below(12_000);
  });

  it('that erased the chat does not begin a new one when the channel sends it again', async () => {
    const { runTurn, store } = setUp();
    await runTurn(start);
    const ask = await runTurn({ conversation: 'c', key: 'e1', input: { kind: 'interrupt', id: 'erase' } });
    const bot = ask.entries.at(-1);
    const id = bot?.from === 'bot' ? (bot.reply.ask?.id ?? '') : '';
    const yes: TurnRequest = {
      conversation: 'c',
      key: 'e2',
      input: { kind: 'choose', ask: id, choices: ['yes'] },
      said: 'Yes',
    };
    await runTurn(yes);
    expect((await runTurn(yes)).kind).to.equal('repeat');
    expect(await store.load('c')).to.equal(undefined);
  });

  it('counts questions anew on a channel whose old buttons stay in view', async () => {
    const { runTurn, store, clock } = setUp();
    const ids: string[] = [];
    for (const key of ['one', 'two']) {
      const result = await runTurn({ conversation: 'teams', key, input: { kind: 'start' }, reference: {} });
      const bot = result.entries.at(-1);
      ids.push(bot?.from === 'bot' ? (bot.reply.ask?.id ?? '') : '');
      await store.erase('teams');
      clock.time += 60_000;
    }
    expect(ids[0]).to.not.equal(ids[1]);
  });

  it('of a page that opened the chat by its code is not sent to the other channel', async () => {
    const { runTurn, store } = setUp();
    await runTurn({ ...start, reference: {} });
    await runTurn({ conversation: 'c', key: 'web', input: { kind: 'interrupt', id: 'person' } });
    expect((await store.load('c'))?.outbox).to.deep.equal([1]);
  });

  it('in a conversation whose time is over begins a new one', async () => {
    const { runTurn, store, clock } = setUp();
    await runTurn(start);
    await runTurn(find);
    clock.time += 24 * 3_600_000;
    const result = await runTurn(later);
    const bot = result.entries.find((entry) => entry.from === 'bot');
    expect(bot?.from === 'bot' && bot.reply.parts[0]).to.include({ text: 'Hello.' });
    expect((await store.load('c'))?.conversation.answers).to.deep.equal({});
  });

  it('puts the end of the conversation a day after the last activity', async () => {
    const { runTurn, store, clock } = setUp();
    await runTurn(start);
    clock.time += 3_600_000;
    await runTurn(find);
    expect((await store.load('c'))?.expiresAt).to.equal(new Date(NOON + 25 * 3_600_000).toISOString());
  });

  it('that deletes the chat leaves nothing, and still says goodbye', async () => {
    const { runTurn, store } = setUp();
    await runTurn(start);
    const asked = await runTurn({ conversation: 'c', key: 'e1', input: { kind: 'interrupt', id: 'erase' } });
    const bot = asked.entries.find((entry) => entry.from === 'bot');
    const ask = bot?.from === 'bot' ? (bot.reply.ask?.id ?? '') : '';
    const gone = await runTurn({
      conversation: 'c',
      key: 'e2',
      input: { kind: 'choose', ask, choices: ['yes'] },
      said: 'Yes',
    });
    expect(gone.effects).to.deep.equal([{ kind: 'erase' }]);
    expect(gone.entries.at(-1)?.from).to.equal('bot');
    expect(await store.load('c')).to.equal(undefined);
  });

  it('that makes a code keeps the conversation so long, and the code finds it', async () => {
    const lines = bedFile('dialogs/reach-a-person.yaml').replace(
      'start: lines',
      'vars: { code: { text: 20 } }\nstart: code',
    );
    const code =
      '  code: { resume_code: { into: code, days: 7 }, next: told }\n  told: { say: "Your code is {code|not there}.", next: lines }\n';
    const withCode = testBed({ 'dialogs/reach-a-person.yaml': lines + code });
    const { runTurn, store } = setUp({ program: () => withCode });
    await runTurn(start);
    const result = await runTurn({ conversation: 'c', key: 'p', input: { kind: 'interrupt', id: 'person' } });
    const bot = result.entries.find((entry) => entry.from === 'bot');
    const text = bot?.from === 'bot' && bot.reply.parts[0]?.kind === 'text' ? bot.reply.parts[0].text : '';
    const given = /Your code is (\w+)\./.exec(text)?.[1] ?? '';
    expect(given).to.match(/^CODE/);
    expect(await store.findByCode(hashCode(given.toLowerCase()))).to.equal('c');
    expect((await store.load('c'))?.expiresAt).to.equal(new Date(NOON + 7 * 86_400_000).toISOString());
  });

  it('keeps a record small however long the conversation', async () => {
    const { runTurn, store } = setUp();
    await runTurn(start);
    for (let n = 0; n < 300; n += 1) {
      await runTurn({
        conversation: 'c',
        key: `p${n}`,
        input: { kind: 'interrupt', id: 'person' },
        said: 'A person',
      });
    }
    const record: ConversationRecord | undefined = await store.load('c');
    expect(record?.transcript.length).to.equal(150);
    expect(record?.transcript.at(-1)?.seq).to.equal(record?.lastSeq);
    expect(JSON.stringify(record).length).to.be.below(80_000);
  });
});
