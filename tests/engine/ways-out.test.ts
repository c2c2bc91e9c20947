import { expect } from 'chai';
import type { Input } from '../../bot/domain/input.ts';
import { INTERRUPTIONS } from '../../bot/domain/input.ts';
import { SIGNALS, URGENT } from '../../bot/domain/signal.ts';
import { step } from '../../bot/engine/step.ts';
import { bedFile, next, NOON, play, press, said, testBed, worldAt } from './test-bed.ts';

const program = testBed();
const find: Input = { kind: 'choose', ask: '1', choices: ['find'] };

describe('a way out', () => {
  it('to a person is there at every point, and the question comes back', () => {
    const at = play(program, [find]).at(-1);
    const after = next(program, at?.conversation ?? null, { kind: 'interrupt', id: 'person' });
    expect(said(after)).to.include('You can call.');
    expect(after.reply?.parts.some((part) => part.kind === 'lines' && part.purpose === 'helpline')).to.equal(
      true,
    );
    expect(after.reply?.ask?.text).to.equal('Now or later?');
  });

  it('pressed many times does not pile up', () => {
    let at = play(program, [find]).at(-1);
    for (let times = 0; times < 50; times += 1) {
      at = next(program, at?.conversation ?? null, { kind: 'interrupt', id: times % 2 ? 'again' : 'erase' });
    }
    expect(at?.conversation.frames.length).to.be.below(6);
  });

  it('called by its name is taken only as a whole: "I need a person who drives" is not it', () => {
    const at = play(program, [find]).at(-1);
    expect(said(next(program, at?.conversation ?? null, { kind: 'text', text: 'A person!' }))).to.include(
      'You can call.',
    );
    const consented = next(program, at?.conversation ?? null, { kind: 'consent' });
    const other = next(program, consented.conversation, { kind: 'text', text: 'I need a person who drives' });
    expect(said(other)).to.not.include('You can call.');
  });

  it('back brings the question before and its answer as it was', () => {
    const first = play(program, [find]).at(-1);
    const second = next(program, first?.conversation ?? null, press(first, 'now'));
    const third = next(program, second.conversation, press(second, 'talk'));
    const back = next(program, third.conversation, { kind: 'interrupt', id: 'back' });
    expect(back.reply?.ask?.text).to.equal('What would help?');
    expect(back.conversation.answers).to.have.property('mood', 'now');
    expect(back.conversation.answers).to.not.have.property('wants');
    const again = next(program, back.conversation, { kind: 'interrupt', id: 'back' });
    expect(again.reply?.ask?.text).to.equal('Now or later?');
    expect(again.conversation.answers).to.not.have.property('mood');
  });

  it('back at the first question says so', () => {
    const at = play(program, []).at(-1);
    expect(said(next(program, at?.conversation ?? null, { kind: 'interrupt', id: 'back' }))).to.equal(
      'This is the first question.',
    );
  });

  it('start again forgets the answers, keeps the plan and what was left out', () => {
    const at = play(program, [find, { kind: 'keep', what: 'option', id: 'talking', on: true }]).at(-1);
    const conversation = {
      ...(at?.conversation ?? expect.fail()),
      answers: { mood: 'now', leave_out: ['groups'] },
    };
    const asked = next(program, conversation, { kind: 'interrupt', id: 'again' });
    const fresh = next(program, asked.conversation, press(asked, 'yes'));
    expect(said(fresh)).to.equal('Hello.');
    expect(fresh.conversation.answers).to.deep.equal({ leave_out: ['groups'] });
    expect(fresh.conversation.plan.options).to.deep.equal(['talking']);
  });

  it('delete my chat asks once, then says it is gone and asks for the erasure', () => {
    const at = play(program, [find, { kind: 'text', text: 'Delete my chat' }]).at(-1);
    expect(at?.effects).to.deep.equal([]);
    const gone = next(program, at?.conversation ?? null, press(at, 'yes'));
    expect(gone.effects).to.deep.equal([{ kind: 'erase' }]);
    expect(gone.conversation.mode).to.equal('ended');
    expect(gone.reply?.ask).to.equal(undefined);
  });

  it('is heard in a first message, and after the open question is gone', () => {
    const first = step(program, worldAt(), null, { kind: 'text', text: 'A person' });
    expect(said(first)).to.include('You can call.');
    const at = play(program, [find]).at(-1);
    const changed = testBed({
      'dialogs/find.yaml': null,
      'dialogs/welcome.yaml': bedFile('dialogs/welcome.yaml').replace('call: find,', 'call: my-plan,'),
    });
    const after = next(changed, at?.conversation ?? null, { kind: 'interrupt', id: 'person' });
    expect(said(after)).to.include('We changed this part.');
    expect(said(after)).to.include('You can call.');
  });

  it('is left by back to the question it interrupted', () => {
    const first = play(program, [find]).at(-1);
    const second = next(program, first?.conversation ?? null, press(first, 'now'));
    const erase = next(program, second.conversation, { kind: 'interrupt', id: 'erase' });
    const back = next(program, erase.conversation, { kind: 'interrupt', id: 'back' });
    expect(back.reply?.ask?.text).to.equal('What would help?');
    expect(back.conversation.answers).to.have.property('mood', 'now');
  });

  it('is never silent, whatever its name', () => {
    for (const id of INTERRUPTIONS) {
      const at = play(program, [find]).at(-1);
      const after = next(program, at?.conversation ?? null, { kind: 'interrupt', id });
      expect(after.reply, id).to.not.equal(null);
      expect(after.reply?.ask, id).to.not.equal(undefined);
    }
  });
});

describe('a cry for help', () => {
  const signal = (kind: (typeof SIGNALS)[number]) => worldAt(NOON, { kind, rule: 'test' });

  for (const kind of SIGNALS) {
    it(`(${kind}) is answered before the question that was open`, () => {
      const at = play(program, [find]).at(-1);
      const after = next(program, at?.conversation ?? null, { kind: 'text', text: 'now' }, signal(kind));
      expect(said(after)).to.equal('I am glad you told me.');
      expect(after.conversation.answers).to.not.have.property('mood');
      expect(after.conversation.crisisBar).to.equal(kind === 'suicide' || kind === 'self-harm');
      expect(after.conversation.safety.length).to.equal(URGENT.has(kind) ? 1 : 0);
      const on = next(program, after.conversation, press(after, 'go_on'));
      expect(on.reply?.ask?.text).to.equal('Now or later?');
    });
  }

  it('needs no consent, and may be the very first message', () => {
    const first = step(program, signal('suicide'), null, { kind: 'text', text: 'words' });
    expect(said(first)).to.equal('I am glad you told me.');
    const on = next(program, first.conversation, press(first, 'go_on'));
    expect(on.reply?.ask?.text).to.equal('What would help?');
  });

  it('is answered after a conversation came to rest', () => {
    const at = play(program, [{ kind: 'choose', ask: '1', choices: ['rest'] }]).at(-1);
    expect(at?.reply?.ask).to.equal(undefined);
    const after = next(program, at?.conversation ?? null, { kind: 'text', text: 'words' }, signal('suicide'));
    expect(said(after)).to.equal('I am glad you told me.');
  });

  it('that is also an emergency shows both numbers', () => {
    const at = play(program, [find]).at(-1);
    const world = worldAt(NOON, { kind: 'suicide', rule: 'test', also: 'medical' });
    const after = next(program, at?.conversation ?? null, { kind: 'text', text: 'words' }, world);
    const purposes = after.reply?.parts.flatMap((part) => (part.kind === 'lines' ? [part.purpose] : []));
    expect(purposes).to.deep.equal(['emergency', 'crisis']);
  });

  it('keeps the crisis bar until it is put away', () => {
    const at = play(program, [find]).at(-1);
    const after = next(program, at?.conversation ?? null, { kind: 'text', text: 'words' }, signal('suicide'));
    const on = next(program, after.conversation, press(after, 'go_on'));
    expect(on.conversation.crisisBar).to.equal(true);
    expect(next(program, on.conversation, { kind: 'dismiss' }).conversation.crisisBar).to.equal(false);
  });
});
