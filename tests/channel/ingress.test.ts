import { expect } from 'chai';
import * as fc from 'fast-check';
import { readIncoming } from '../../bot/channel/direct-line/ingress.ts';
import { openChat } from './client.ts';
import { startService, type Service } from './service.ts';

/** Every activity type of the schema that a client has no business sending. */
const HOSTILE = [
  'invoke',
  'conversationUpdate',
  'contactRelationUpdate',
  'installationUpdate',
  'endOfConversation',
  'handoff',
  'trace',
  'command',
  'commandResult',
  'messageUpdate',
  'messageDelete',
  'messageReaction',
  'deleteUserData',
  'suggestion',
  'delay',
  'invokeResponse',
  'made-up',
];

describe('what a Direct Line client may send', () => {
  let service: Service;
  beforeEach(async () => {
    service = await startService();
  });
  afterEach(() => service.close());

  it('is no activity of another type', async () => {
    const chat = await openChat(service.url);
    for (const type of HOSTILE) {
      const { status, json } = await chat.post({ type, name: 'x', membersAdded: [{ id: 'y' }] });
      expect(status, type).to.equal(400);
      expect(json.error.code, type).to.equal('BadArgument');
    }
    expect((await chat.read()).activities).to.have.length(1);
  });

  it('is no word from staff: a page cannot say that a person has joined', async () => {
    const chat = await openChat(service.url);
    for (const name of ['handoff.status', 'handoff.initiate', 'Handoff.Status', 'handoff']) {
      const { status } = await chat.post({ type: 'event', name, value: { state: 'accepted' } });
      expect(status, name).to.equal(400);
    }
  });

  it('can be typing or an event nobody knows: accepted, and nothing follows', async () => {
    const chat = await openChat(service.url);
    for (const activity of [
      { type: 'typing' },
      { type: 'event', name: 'someone.elses' },
      { type: 'event', name: 'webchat/join', value: { language: 'en' } },
      { type: 'message', text: '   ' },
      { type: 'message' },
    ]) {
      const { status, json } = await chat.post(activity);
      expect(status, JSON.stringify(activity)).to.equal(200);
      expect(json.id).to.be.a('string');
    }
    expect((await chat.read()).activities).to.have.length(1);
  });

  it('is no structured input of a form we do not know', async () => {
    const chat = await openChat(service.url);
    for (const navigator of [
      null,
      7,
      {},
      { choose: {} },
      { choose: { ask: '1', choices: 'find' } },
      { choose: { ask: '1', choices: Array.from({ length: 200 }, () => 'find') } },
      { interrupt: 'everything' },
      { keep: { what: 'money', id: 'x', on: true } },
      { settings: { country: 'XX' } },
      { settings: { timeZone: '<script>' } },
      { consent: false },
      { skip: '1', choose: { ask: '1', choices: [] } },
    ]) {
      const { status } = await chat.post({ type: 'event', name: 'navigator', value: { navigator } });
      expect(status, JSON.stringify(navigator)).to.equal(400);
    }
    expect((await chat.post({ type: 'event', name: 'navigator' })).status).to.equal(400);
  });

  it('says nothing about who it is from or where it goes', async () => {
    const chat = await openChat(service.url);
    await chat.post({
      type: 'message',
      text: 'Find support',
      id: 'an-id-of-mine',
      from: { id: 'someone-else', role: 'bot', name: 'Dr Evil' },
      recipient: { id: 'x' },
      conversation: { id: 'another' },
      serviceUrl: 'https://evil.example',
      timestamp: '1999-01-01T00:00:00Z',
      replyToId: 'y',
      relatesTo: {},
      callerId: 'z',
    });
    const { activities } = await chat.read('1');
    expect(activities[0]?.from).to.deep.include({ id: `dl_${chat.conversationId}`, role: 'user' });
    expect(JSON.stringify(activities)).not.to.match(/evil|Evil|1999|an-id-of-mine/);
  });

  it('can be anything at all without breaking the server', () => {
    const activity = fc.record(
      {
        type: fc.oneof(fc.constantFrom('message', 'event', 'typing'), fc.anything()),
        name: fc.anything(),
        text: fc.anything(),
        value: fc.anything(),
        channelData: fc.anything(),
        attachments: fc.anything(),
        locale: fc.anything(),
        localTimezone: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(activity, fc.anything()), (body) => {
        const result = readIncoming(body);
        expect(['message', 'presence', 'ignored', 'refused']).to.include(result.kind);
        if (result.kind === 'message') {
          expect(Object.keys(result.activity)).to.satisfy((keys: string[]) =>
            keys.every((key) =>
              [
                'type',
                'name',
                'text',
                'value',
                'channelData',
                'attachments',
                'locale',
                'localTimezone',
              ].includes(key),
            ),
          );
        }
      }),
    );
  });
});
