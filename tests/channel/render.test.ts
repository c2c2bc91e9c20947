import { expect } from 'chai';
import { renderReply, type Flavour } from '../../bot/channel/render/activity.ts';
import type { OptionView, PartView, ReplyView, ResourceView } from '../../bot/domain/view.ts';

const option: OptionView = {
  id: 'talking',
  title: 'Talking *with* someone',
  short: 'One person, on the phone.',
  because: ['you would like to talk'],
  sections: [
    { id: 'what_it_is', heading: 'What it is', points: [{ text: 'It is this.', sources: ['study'] }] },
    { id: 'who_leads', heading: 'Who leads it', points: [{ text: 'A counsellor.', sources: [] }] },
  ],
  sources: [{ id: 'study', label: 'A study, 2024' }],
  draft: true,
};
const resource: ResourceView = {
  id: 'near',
  name: 'Near Service',
  organisation: 'The Society',
  because: ['it serves Montana'],
  kinds: ['Helpline'],
  whatToExpect: 'Someone listens.',
  eligibility: 'Anyone',
  cost: 'Free',
  hours: 'Day and night',
  open: true,
  where: 'Montana',
  languages: ['English', 'Spanish'],
  contacts: [
    { kind: 'phone', label: 'Call 1-800-555-0100', href: 'tel:+18005550100' },
    { kind: 'web', label: 'Read more', href: 'https://society.example/help' },
  ],
  cautions: ['Check before you go.'],
  source: { id: 'near', label: 'society.example', url: 'https://society.example' },
  checked: '2026-11-20',
};
const line = {
  id: 'us-988',
  name: '988 Lifeline',
  about: 'People who listen.',
  contacts: [
    { kind: 'phone' as const, label: 'Call 988', href: 'tel:988' },
    { kind: 'text' as const, label: 'Text 988', href: 'sms:988' },
  ],
  hours: 'Day and night',
  open: true,
};
const plan = { options: [option], resources: [resource], questions: [{ id: 'q', text: 'What helps?' }] };
const parts: PartView[] = [
  { kind: 'text', text: 'I hear you.', tone: 'safety' },
  { kind: 'options', items: [option] },
  { kind: 'option', item: option },
  { kind: 'reasons', items: [{ title: 'Talking', because: ['you said so'] }] },
  { kind: 'resources', items: [resource], asOf: '2026-11-20' },
  { kind: 'lines', purpose: 'crisis', items: [line] },
  { kind: 'plan', plan },
  { kind: 'summary', lines: [{ id: 'who', label: 'Who', text: 'A husband' }] },
];
const one = {
  id: '4',
  kind: 'one' as const,
  text: 'What next?',
  choices: [
    { id: 'now', label: 'Now' },
    { id: 'later', label: 'Later' },
  ],
  skippable: true,
  why: true,
  back: true,
};
const view = (changed: Partial<ReplyView>): ReplyView => ({
  v: 1,
  parts,
  mode: 'bot',
  crisisBar: false,
  ...changed,
});
const render = (of: ReplyView, flavour: Flavour = 'web', language: 'en' | 'es' = 'en') =>
  renderReply(
    { seq: 7, id: '7', at: '2026-11-20T12:00:00.000Z', from: 'bot', reply: { parts: [] } },
    of,
    { language },
    flavour,
    () => one,
  );

/** Everything of a card that has a type, and what it is. */
function typed(piece: unknown): Record<string, unknown>[] {
  if (Array.isArray(piece)) return piece.flatMap(typed);
  if (typeof piece !== 'object' || piece === null) return [];
  const inside = Object.values(piece).flatMap(typed);
  return 'type' in piece ? [piece, ...inside] : inside;
}

/** What clients of version 1.5 know of what we use; `Action.Execute` is not for Web Chat and plain Direct Line. */
const KNOWN = [
  'AdaptiveCard',
  'TextBlock',
  'Container',
  'ActionSet',
  'Input.ChoiceSet',
  'Action.OpenUrl',
  'Action.ShowCard',
  'Action.Submit',
  'messageBack',
];

describe('what the bot says, for any Bot Framework client', () => {
  it('is all there in the text alone: numbers, addresses, choices', () => {
    const text = render(view({ ask: one }))?.text ?? '';
    for (const piece of [
      'I hear you.',
      'Talking *with* someone',
      'you would like to talk',
      'What it is',
      'A counsellor.',
      'Near Service (The Society)',
      'Call 1-800-555-0100',
      'https://society.example/help',
      '988 Lifeline: Call 988; Text 988',
      'What helps?',
      'Who: A husband',
      'What next?',
      '• Now\n• Later',
    ]) {
      expect(text).to.contain(piece);
    }
  });

  it('has buttons for each choice, for the ways around the question, and always a person', () => {
    const actions = render(view({ ask: one }))?.suggestedActions?.actions ?? [];
    expect(actions.map((action) => action.title)).to.deep.equal([
      'Now',
      'Later',
      'Skip',
      'Back',
      'Why do you ask?',
      'A person',
      'Urgent help',
    ]);
    expect(actions[0]).to.deep.equal({
      type: 'messageBack',
      title: 'Now',
      text: 'Now',
      displayText: 'Now',
      value: { navigator: { choose: { ask: '4', choices: ['now'] } } },
    });
    const alone = render(view({}))?.suggestedActions?.actions ?? [];
    expect(alone.map((action) => action.title)).to.deep.equal(['A person', 'Urgent help']);
  });

  it('does not offer the same thing twice', () => {
    const ask = { ...one, choices: [{ id: 'person', label: 'A person' }] };
    const actions = render(view({ ask }))?.suggestedActions?.actions ?? [];
    expect(actions.filter((action) => action.title === 'A person')).to.have.length(1);
  });

  it('speaks Spanish on its buttons', () => {
    const actions = render(view({ ask: one }), 'web', 'es')?.suggestedActions?.actions ?? [];
    expect(actions.map((action) => action.title)).to.include.members([
      'Omitir',
      'Atrás',
      'Una persona',
      'Ayuda urgente',
    ]);
  });

  it('has cards of version 1.5, with nothing that only newer clients know', () => {
    const long = {
      ...one,
      choices: Array.from({ length: 9 }, (_, n) => ({ id: `c${n}`, label: `Choice ${n}` })),
    };
    const many = render(view({ ask: { ...long, kind: 'many' } }));
    const teams = render(view({ ask: long }), 'teams');
    const cards = [...(many?.attachments ?? []), ...(teams?.attachments ?? [])].map((one) => one.content);
    expect(cards).to.have.length.of.at.least(10);
    for (const card of cards) {
      expect(card.version).to.equal('1.5');
      for (const piece of typed(card)) {
        expect(KNOWN).to.include(piece['type']);
        // The official renderer draws five actions in a bar, and drops the rest.
        if (Array.isArray(piece['actions'])) expect(piece['actions']).to.have.length.within(1, 5);
        if (piece['type'] === 'TextBlock') expect(piece['text']).to.be.a('string').and.not.equal('');
        if (piece['type'] === 'Action.OpenUrl') expect(piece['url']).to.match(/^(https|tel|mailto):/);
      }
    }
  });

  it('unfolds what an option involves on request, with its sources, and shows it all when asked for', () => {
    const folded = render(view({ parts: [parts[1] as PartView] }))?.attachments?.[0]?.content;
    expect(
      folded.actions.map((action: { type: string; title: string }) => [action.type, action.title]),
    ).to.deep.equal([
      ['Action.ShowCard', 'What this involves'],
      ['Action.Submit', 'Keep this'],
    ]);
    expect(JSON.stringify(folded.body)).not.to.contain('A counsellor.');
    expect(JSON.stringify(folded.actions[0].card))
      .to.contain('A counsellor.')
      .and.to.contain('A study, 2024');
    const whole = render(view({ parts: [parts[2] as PartView] }))?.attachments?.[0]?.content;
    expect(JSON.stringify(whole.body)).to.contain('A counsellor.');
  });

  it('shows the marks of Markdown in a name as they are', () => {
    const cards = render(view({ parts: [parts[1] as PartView] }))?.attachments ?? [];
    expect(cards[0]?.content.body[0].text).to.equal('Talking \\*with\\* someone');
  });

  it('lets several boxes be ticked, and sends them back with the question', () => {
    const cards = render(view({ parts: [], ask: { ...one, kind: 'many' } }))?.attachments ?? [];
    const [input] = cards[0]?.content.body ?? [];
    expect(input).to.deep.include({
      type: 'Input.ChoiceSet',
      id: 'choices',
      isMultiSelect: true,
      label: 'What next?',
    });
    expect(cards[0]?.content.actions[0].data).to.deep.equal({
      navigator: { choose: { ask: '4', choices: [] } },
    });
  });

  it('carries the whole reply for our own page, and only where our page may be', () => {
    const whole = view({ ask: one });
    expect(render(whole)?.channelData).to.deep.equal({ 'webchat:sequence-id': 7, navigator: whole });
    expect(render(whole, 'other')).not.to.have.property('channelData');
    expect(render(whole, 'teams')).not.to.have.property('channelData');
  });

  it('says in words that the plan has changed, with the buttons of the open question; our page shows it by itself', () => {
    const kept = view({ parts: [], plan });
    expect(render(kept, 'page')).to.deep.include({ type: 'event', name: 'navigator' });
    for (const flavour of ['web', 'webchat', 'other'] as const) {
      const said = render(kept, flavour);
      expect(said?.text, flavour).to.equal(
        'Your plan now:\n• Talking *with* someone\n• Near Service\n• What helps?',
      );
      expect(said?.suggestedActions?.actions[0]?.title, flavour).to.equal('Now');
    }
    expect(render(kept, 'teams')?.attachments).to.have.length(1);
    const empty = view({ parts: [], plan: { options: [], resources: [], questions: [] } });
    expect(render(empty, 'other', 'es')?.text).to.equal('Su plan está vacío ahora.');
  });

  it('says nothing when nothing is to be said', () => {
    const nothing = view({ parts: [] });
    expect(render(nothing)).to.deep.include({ type: 'event', name: 'navigator' });
    expect(render(nothing, 'teams')).to.equal(undefined);
    expect(render(nothing, 'other')).to.equal(undefined);
  });

  it('says nothing twice where cards are drawn, and puts the question last, above its buttons', () => {
    const said = render(view({ ask: one }), 'webchat');
    expect(said?.text).to.equal('I hear you.');
    const cards = (said?.attachments ?? []).map((attachment) => JSON.stringify(attachment.content));
    expect(cards).to.have.length(7);
    expect(cards[2]).to.contain('• Talking (you said so)');
    expect(cards.at(-1)).to.contain('What next?');
    expect(said?.suggestedActions?.actions).to.have.length(7);
    const short = render(view({ parts: [parts[0] as PartView], ask: one }), 'webchat');
    expect(short).to.deep.include({ text: 'I hear you.\nWhat next?' });
    expect(short).not.to.have.property('attachments');
    const boxes = render(view({ parts: [], ask: { ...one, kind: 'many' } }), 'webchat');
    expect(boxes?.text).to.equal('');
    expect(boxes?.attachments).to.have.length(1);
  });

  it('writes a number to text out, as the official clients open no such address', () => {
    const [lines] = render(view({ parts: [parts[5] as PartView] }), 'webchat')?.attachments ?? [];
    const pieces = typed(lines?.content);
    expect(pieces.some((piece) => piece['text'] === 'Text 988')).to.equal(true);
    expect(pieces.filter((piece) => piece['type'] === 'Action.OpenUrl')).to.have.length(1);
  });

  it('keeps to the rules of Teams: no suggested actions, and cards only as long as they fit', () => {
    const teams = render(view({ ask: one }), 'teams');
    expect(teams).not.to.have.property('suggestedActions');
    const buttons = teams?.attachments?.at(-1)?.content.body[0].actions;
    expect(buttons[0].data).to.deep.include({ navigator: { choose: { ask: '4', choices: ['now'] } } });
    expect(buttons[0].data.msteams).to.deep.include({ type: 'messageBack', displayText: 'Now' });
    const long = { ...option, short: 'x'.repeat(5_000) };
    const tooMuch = view({
      parts: [{ kind: 'options', items: Array.from({ length: 12 }, () => long) }],
      ask: one,
    });
    expect(render(tooMuch, 'teams')?.attachments).to.have.length(1);
  });
});
