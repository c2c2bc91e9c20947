import { expect } from 'chai';
import type { PlanView } from '../../bot/domain/view.ts';
import { planFile } from '../../bot/web/chat/plan-file.ts';
import { en } from '../../bot/web/chat/words/en.ts';

const PLAN: PlanView = {
  options: [
    {
      id: 'peer-match',
      title: 'One <matched> person',
      short: 'Someone who lives with this too.',
      because: [],
      sections: [
        { id: 'what', heading: 'What it is', points: [{ text: 'A call & a talk.', sources: ['s'] }] },
      ],
      sources: [{ id: 's', label: 'A study', url: 'https://example.org/study' }],
      draft: true,
    },
  ],
  resources: [
    {
      id: 'line',
      name: 'A line',
      organisation: 'An organisation',
      because: [],
      kinds: [],
      whatToExpect: 'Someone answers.',
      eligibility: '',
      cost: 'Free',
      open: null,
      where: '',
      languages: [],
      contacts: [
        { kind: 'phone', label: 'Call 1-800-555-0100', href: 'tel:+18005550100' },
        { kind: 'web', label: 'Odd', href: 'javascript:alert(1)' },
      ],
      cautions: ['Check before applying.'],
      source: { id: 's2', label: 'Their page', url: 'https://example.org' },
      checked: '2026-11-02',
    },
  ],
  questions: [{ id: 'q', text: 'Which numbers fit me?' }],
};

describe('the plan as a file', () => {
  const html = planFile(PLAN, 'en', en, new Date('2026-11-20T12:00:00Z'));

  it('holds what was kept: kinds of support, numbers to press, questions', () => {
    for (const part of [
      'A call &#38; a talk.',
      'href="tel:+18005550100"',
      'Which numbers fit me?',
      'Draft',
      '2026',
    ]) {
      expect(html).to.contain(part);
    }
  });

  it('fetches nothing and runs nothing', () => {
    expect(html).to.not.match(/<script|<link|<img|@import|url\(|javascript:/);
  });

  it('shows words as words, whatever is in them', () => {
    expect(html).to.contain('One &#60;matched&#62; person');
  });
});
