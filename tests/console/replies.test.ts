import { expect } from 'chai';
import { repliesFor, type RepliesSource } from '../../bot/console/replies.ts';
import { shippedTexts } from './staff-in-memory.ts';

const VALUES = { name: '', staff: 'Ana', helpline: 'Riverside Helpline', opens: '' };

function filled(text: string, values: Partial<typeof VALUES> = {}): string | undefined {
  const source: RepliesSource = {
    replies: [{ id: 'one', title: { en: 'One', es: 'Uno' }, text: { en: text, es: text } }],
  };
  return repliesFor(source, undefined, { ...VALUES, ...values })[0]?.text;
}

describe('a reply to begin with', () => {
  it('carries the names of the case', () => {
    expect(filled('Hello {name}, this is {staff}.', { name: 'Rosa' })).to.equal('Hello Rosa, this is Ana.');
  });

  it('reads well when the person gave no name', () => {
    expect(filled('Thank you for writing, {name}.')).to.equal('Thank you for writing.');
    expect(filled('Hello {name}, this is {staff}.')).to.equal('Hello, this is Ana.');
    expect(filled('Are you there, {name}?')).to.equal('Are you there?');
  });

  it('leaves no trace of a placeholder in any that we ship', () => {
    for (const { id, text } of repliesFor(shippedTexts().replies, undefined, VALUES)) {
      expect(text, id).not.to.match(/[{}]|,[.?!,]| [,.?]| {2}/);
    }
  });
});
