import { expect } from 'chai';
import type { Input } from '../../bot/domain/input.ts';
import { play, press, said, testBed, next } from './test-bed.ts';

const program = testBed();
const text = (words: string): Input => ({ kind: 'text', text: words });

/** Walks to the question about a variable, answering what comes before. */
function until(variable: string) {
  let at = play(program, [{ kind: 'consent' }]).at(-1);
  at = next(program, at?.conversation ?? null, { kind: 'choose', ask: '1', choices: ['find'] });
  const way: Record<string, () => Input> = {
    mood: () => press(at, 'now'),
    wants: () => press(at, 'talk'),
    years: () => text('3'),
    since: () => text('2024'),
    works: () => press(at, 'yes'),
    words: () => text('nothing more'),
  };
  for (const [name, answer] of Object.entries(way)) {
    if (name === variable) return at;
    at = next(program, at.conversation, answer());
  }
  return at;
}

describe('an answer', () => {
  it('may be pressed', () => {
    const at = until('mood');
    const after = next(program, at.conversation, press(at, 'later'));
    expect(after.conversation.answers['mood']).to.equal('later');
    expect(after.reply?.ask?.text).to.equal('What would help?');
  });

  for (const words of ['Later', 'later', ' LATER. ', '2', 'the second one', 'second']) {
    it(`may be typed as "${words}"`, () => {
      const at = until('mood');
      expect(next(program, at.conversation, text(words)).conversation.answers['mood']).to.equal('later');
    });
  }

  it('may be several at once, pressed or typed', () => {
    const at = until('wants');
    expect(
      next(program, at.conversation, press(at, 'read', 'talk')).conversation.answers['wants'],
    ).to.deep.equal(['talk', 'read']);
    const typed = next(program, at.conversation, text('something to read and talking with someone'));
    expect(typed.conversation.answers['wants']).to.deep.equal(['talk', 'read']);
    expect(next(program, at.conversation, text('both')).conversation.answers['wants']).to.deep.equal([
      'talk',
      'read',
    ]);
  });

  it('of none at all is no mistake: the same question is put again, and it is no old one', () => {
    const at = until('wants');
    const after = next(program, at.conversation, press(at));
    expect(after.conversation.answers).to.not.have.property('wants');
    expect(after.reply?.ask?.text).to.equal('What would help?');
    expect(said(after)).to.not.contain('earlier question');
    expect(after.conversation.misses).to.equal(at?.conversation.misses);
  });

  it('that stands alone clears the others', () => {
    const at = until('wants');
    expect(
      next(program, at.conversation, press(at, 'read', 'none')).conversation.answers['wants'],
    ).to.deep.equal(['none']);
  });

  it('may be a number, a year, a yes, a place', () => {
    let at = until('years');
    at = next(program, at.conversation, text('about 4'));
    expect(at.conversation.answers['years']).to.equal(4);
    at = next(program, at.conversation, text('March 2024'));
    expect(at.conversation.answers['since']).to.equal('2024-03-01');
    at = next(program, at.conversation, text('not really'));
    expect(at.conversation.answers['works']).to.equal(false);
    at = next(program, at.conversation, text('I live on a farm'));
    expect(at.conversation.answers['words']).to.equal('I live on a farm');
    at = next(program, at.conversation, text('Montana'));
    expect(at.conversation.answers['area']).to.deep.equal({
      place: { country: 'US', state: 'MT', label: 'Montana' },
    });
  });

  it('in the future is no date in the past', () => {
    const at = until('since');
    const after = next(program, at.conversation, text('2031'));
    expect(said(after)).to.include('Please give a date');
    expect(after.conversation.answers).to.not.have.property('since');
  });

  it('outside the limits is asked for again', () => {
    const at = until('years');
    expect(said(next(program, at.conversation, text('200')))).to.include('Please give a number');
  });

  it('that names a border area lets the person choose the state', () => {
    const at = until('area');
    const asked = next(program, at.conversation, text('834'));
    expect(asked.reply?.ask?.choices.map((choice) => choice.label)).to.deep.equal(['Montana', 'Idaho']);
    const after = next(program, asked.conversation, press(asked, 'mt'));
    expect(after.conversation.answers['area']).to.have.nested.property('place.state', 'MT');
  });

  it('that names an area we do not have is our gap, not a mistake', () => {
    const at = until('area');
    expect(said(next(program, at.conversation, text('000')))).to.include('I do not know that area');
  });

  it('twice not understood leads to a person', () => {
    const at = until('area');
    const once = next(program, at.conversation, text('qwerty asdf'));
    expect(said(once)).to.include('ZIP code or a state');
    const twice = next(program, once.conversation, text('qwerty asdf'));
    expect(said(twice)).to.include('I did not follow that');
    expect(twice.reply?.parts.some((part) => part.kind === 'lines')).to.equal(true);
    expect(twice.reply?.ask?.text).to.equal('Where?');
  });

  it('to a question with choices that fits none gets the calm reply and the question again', () => {
    const at = until('mood');
    const after = next(program, at.conversation, text('blue bicycle'));
    expect(said(after)).to.equal('I did not follow that.');
    expect(after.reply?.ask?.text).to.equal('Now or later?');
  });
});

describe('a question', () => {
  it('can be skipped, and stays unknown', () => {
    const at = until('mood');
    const after = next(program, at.conversation, { kind: 'skip', ask: at.reply?.ask?.id ?? '' });
    expect(after.conversation.answers).to.not.have.property('mood');
    expect(after.reply?.ask?.text).to.equal('What would help?');
  });

  it('that is needed cannot be skipped, and says so', () => {
    const at = until('area');
    const after = next(program, at.conversation, { kind: 'interrupt', id: 'skip' });
    expect(said(after)).to.equal('This one is needed.');
    expect(after.reply?.ask?.text).to.equal('Where?');
  });

  it('says why it is asked and is asked again', () => {
    const at = until('mood');
    const after = next(program, at.conversation, text('why?'));
    expect(said(after)).to.equal('So that I do not ask too much.');
    expect(after.reply?.ask?.text).to.equal('Now or later?');
  });

  it('answered on an old button changes nothing', () => {
    const at = until('wants');
    const after = next(program, at.conversation, { kind: 'choose', ask: '2', choices: ['later'] });
    expect(said(after)).to.equal('That was an earlier question.');
    expect(after.conversation.answers['mood']).to.equal('now');
    expect(after.reply?.ask?.text).to.equal('What would help?');
  });

  it('does not take a choice it did not offer', () => {
    const at = until('mood');
    const after = next(program, at.conversation, press(at, 'never'));
    expect(after.conversation.answers).to.not.have.property('mood');
    expect(after.reply?.ask?.text).to.equal('Now or later?');
  });

  it('in words of one’s own comes after what is kept was told', () => {
    const first = play(program, [{ kind: 'choose', ask: '1', choices: ['find'] }]).at(-1);
    const years = ['now', 'talk'].reduce(
      (at, choice) => next(program, at?.conversation ?? null, press(at, choice)),
      first,
    );
    const asked = next(program, years?.conversation ?? null, text('3'));
    expect(asked.reply?.ask?.text).to.equal('This is kept for a day.');
    const fine = next(program, asked.conversation, press(asked, 'fine'));
    expect(fine.reply?.ask?.text).to.equal('How many years?');
  });
});
