import { expect } from 'chai';
import { localeHint } from '../../bot/channel/locale-hint.ts';
import { readActivity } from '../../bot/channel/read-activity.ts';

describe('what a person did, read from an activity', () => {
  const reads = (activity: object, wanted: object) => expect(readActivity(activity)).to.deep.equal(wanted);

  it('is what they typed', () => {
    reads(
      { type: 'message', text: '  hello ' },
      { kind: 'input', input: { kind: 'text', text: 'hello' }, said: 'hello' },
    );
  });

  it('is a press of a suggested action, by whatever way the client sends it back', () => {
    const value = { navigator: { choose: { ask: '4', choices: ['now'] } } };
    const input = { kind: 'choose', ask: '4', choices: ['now'] };
    reads({ type: 'message', text: 'Now', value }, { kind: 'input', input, said: 'Now' });
    reads(
      { type: 'message', text: 'hidden', value, channelData: { messageBack: { displayText: 'Now' } } },
      { kind: 'input', input, said: 'Now' },
    );
    reads({ type: 'message', value, channelData: { postBack: true } }, { kind: 'input', input });
  });

  it('is the boxes ticked on a card', () => {
    reads(
      { type: 'message', value: { navigator: { choose: { ask: '4', choices: [] } }, choices: 'talk,read' } },
      { kind: 'input', input: { kind: 'choose', ask: '4', choices: ['talk', 'read'] } },
    );
    reads(
      { type: 'message', value: { navigator: { choose: { ask: '4', choices: [] } }, choices: '' } },
      { kind: 'input', input: { kind: 'choose', ask: '4', choices: [] } },
    );
    reads(
      { type: 'message', value: { navigator: { choose: { ask: '4', choices: [] } }, choices: 7 } },
      { kind: 'invalid' },
    );
  });

  it('is everything the page can send', () => {
    const pairs: [object, object][] = [
      [{ skip: '3' }, { kind: 'skip', ask: '3' }],
      [{ interrupt: 'person' }, { kind: 'interrupt', id: 'person' }],
      [
        { keep: { what: 'resource', id: 'r', on: false } },
        { kind: 'keep', what: 'resource', id: 'r', on: false },
      ],
      [{ open: 'reading' }, { kind: 'open', option: 'reading' }],
      [{ consent: true }, { kind: 'consent' }],
      [{ dismiss: true }, { kind: 'dismiss' }],
      [{ leave: true }, { kind: 'leave' }],
      [{ report: 'r' }, { kind: 'report', resource: 'r' }],
      [{ reached: { resource: 'r', yes: false } }, { kind: 'reached', resource: 'r', yes: false }],
      [
        { settings: { country: 'NZ', language: 'es', timeZone: 'Pacific/Auckland' } },
        { kind: 'settings', country: 'NZ', language: 'es', timeZone: 'Pacific/Auckland' },
      ],
      [{ settings: {} }, { kind: 'settings' }],
    ];
    for (const [navigator, input] of pairs) {
      reads({ type: 'event', name: 'navigator', value: { navigator } }, { kind: 'input', input });
    }
  });

  it('is their arrival, and not the bot’s own', () => {
    const recipient = { id: 'bot' };
    const start = { kind: 'input', input: { kind: 'start' } };
    reads({ type: 'conversationUpdate', recipient, membersAdded: [{ id: 'bot' }, { id: 'me' }] }, start);
    reads({ type: 'conversationUpdate', recipient, membersAdded: [{ id: 'bot' }] }, { kind: 'nothing' });
    reads({ type: 'conversationUpdate', recipient, membersRemoved: [{ id: 'me' }] }, { kind: 'nothing' });
    reads({ type: 'event', name: 'webchat/join' }, start);
  });

  it('is a file, unless words come with it or it is only the words again', () => {
    reads({ type: 'message', attachments: [{ contentType: 'image/png' }] }, { kind: 'files' });
    reads(
      { type: 'message', text: 'hi', attachments: [{ contentType: 'text/html' }] },
      { kind: 'input', input: { kind: 'text', text: 'hi' }, said: 'hi' },
    );
    reads({ type: 'message', attachments: [{ contentType: 'text/html' }] }, { kind: 'nothing' });
  });

  it('is nothing we answer, for all the rest', () => {
    for (const type of ['typing', 'messageReaction', 'endOfConversation', 'trace', 'installationUpdate']) {
      reads({ type }, { kind: 'nothing' });
    }
    reads({ type: 'message', value: { someone: 'elses card' } }, { kind: 'nothing' });
  });
});

describe('where someone may be', () => {
  it('shows in the time zone before the language setting', () => {
    expect(localeHint('en-US', 'Australia/Perth')).to.deep.equal({ country: 'AU', language: 'en' });
    expect(localeHint('en-US', 'Europe/London')).to.deep.equal({ country: 'UK', language: 'en' });
    expect(localeHint('en-US', 'America/Denver')).to.deep.equal({ country: 'US', language: 'en' });
  });

  it('shows in the language setting, also as a browser sends it', () => {
    expect(localeHint('es-US')).to.deep.equal({ country: 'US', language: 'es' });
    expect(localeHint('en-GB,en;q=0.9,es;q=0.5')).to.deep.equal({ country: 'UK', language: 'en' });
    expect(localeHint('fr-CA')).to.deep.equal({ country: 'CA' });
    expect(localeHint('zh-Hant-NZ')).to.deep.equal({ country: 'NZ' });
  });

  it('is left open when nothing shows', () => {
    for (const odd of [undefined, null, 7, '', '*', 'de', 'x'.repeat(10_000)]) {
      expect(localeHint(odd)).to.deep.equal({});
    }
  });
});
