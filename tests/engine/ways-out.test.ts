import { expect } from 'chai';
import { join } from 'node:path';
import type { Conversation } from '../../bot/domain/conversation.ts';
import type { Input } from '../../bot/domain/input.ts';
import { BESIDE_PERSON, INTERRUPTIONS } from '../../bot/domain/input.ts';
import { LANGUAGES } from '../../bot/domain/locale.ts';
import { SIGNALS, URGENT } from '../../bot/domain/signal.ts';
import { step } from '../../bot/engine/step.ts';
import { compile } from '../../bot/language/compile.ts';
import { readSources } from '../../bot/language/load.ts';
import { bedFile, next, NOON, play, press, said, testBed, worldAt } from './test-bed.ts';

const program = testBed();
const shipped = (() => {
  const compiled = compile(readSources(join(import.meta.dirname, '..', '..')));
  return compiled.ok ? compiled.program : expect.fail('the dialogs have errors: npm run nav -- check');
})();
/** At the first question of the dialogs as they are shipped, where someone may wait over it. */
function shippedAt(): Conversation {
  const { conversation } = play(shipped, [{ kind: 'consent' }]).at(-1) ?? expect.fail();
  const waiting = {
    dialog: shipped.interruptions.liveChat ?? expect.fail(),
    node: 'wait',
    waits: 'answer',
  } as const;
  return { ...conversation, frames: [...conversation.frames, waiting] };
}
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
    for (const mode of ['bot', 'waiting', 'with-person'] as const) {
      for (const id of INTERRUPTIONS) {
        const conversation = { ...shippedAt(), mode };
        const after = next(shipped, conversation, { kind: 'interrupt', id });
        expect(after.reply, `${mode} ${id}`).to.not.equal(null);
        // With a person nobody has to answer the bot, but for what was asked of it.
        const asks = mode !== 'with-person' || BESIDE_PERSON.has(id);
        expect(after.reply?.ask !== undefined, `${mode} ${id}`).to.equal(asks);
        for (const language of LANGUAGES) {
          const phrases = [...shipped.interruptions.phrases[language]].filter(([, what]) => what === id);
          if (mode === 'bot' || !BESIDE_PERSON.has(id)) continue;
          for (const [text] of phrases) {
            const typed = next(shipped, conversation, { kind: 'text', text });
            expect(typed.reply?.ask?.text, `${mode} ${text}`).to.equal(after.reply?.ask?.text);
          }
        }
      }
    }
  });
});

describe('with a person from the helpline', () => {
  const together = (): Conversation => ({
    ...shippedAt(),
    mode: 'with-person',
    case: { id: 'c', fromSeq: 0 },
  });
  const wrote = { kind: 'case', event: { kind: 'person-wrote' } } as const;
  const text = (words: string): Input => ({ kind: 'text', text: words });

  for (const [way, asks, yes] of [
    ['pressed', { kind: 'interrupt', id: 'erase' }, 'press'],
    ['typed', text('Delete my chat'), text('delete it')],
    ['typed in Spanish', text('borrar mis datos'), text('Delete it all')],
  ] as const) {
    it(`delete, ${way}, is asked once and done`, () => {
      const asked = next(shipped, together(), asks);
      expect(asked.reply?.ask?.choices.map(({ id }) => id)).to.deep.equal(['delete', 'keep']);
      expect(asked.conversation.mode).to.equal('with-person');
      const gone = next(shipped, asked.conversation, yes === 'press' ? press(asked, 'delete') : yes);
      expect(gone.effects).to.deep.equal([{ kind: 'erase' }]);
      expect(gone.conversation.mode).to.equal('ended');
    });
  }

  it('keeping the chat, or leaving that open, changes nothing, and no question of the bot comes back', () => {
    const asked = next(shipped, together(), { kind: 'interrupt', id: 'erase' });
    for (const input of [press(asked, 'keep'), { kind: 'skip', ask: asked.reply?.ask?.id ?? '' } as const]) {
      const kept = next(shipped, asked.conversation, input);
      expect(said(kept)).to.equal('Nothing was deleted.');
      expect(kept.reply?.ask).to.equal(undefined);
      expect(kept.conversation.frames).to.deep.equal(together().frames);
    }
  });

  it('words that only hold an answer go to the person who is there, and delete nothing', () => {
    const asked = next(shipped, together(), { kind: 'interrupt', id: 'erase' });
    for (const words of ['I think delete it please', 'deleet it', 'yes', 'should I delete it all?', '1']) {
      const after = next(shipped, asked.conversation, text(words));
      expect(after.effects, words).to.deep.equal([wrote]);
      expect(after.reply, words).to.equal(null);
      expect(next(shipped, after.conversation, press(asked, 'delete')).effects).to.deep.equal([
        { kind: 'erase' },
      ]);
    }
  });

  it('the language and the country follow at once, and the person who is there sees what was written', () => {
    const asked = next(shipped, together(), text('idioma'));
    expect(asked.effects).to.deep.equal([wrote]);
    const spanish = next(shipped, asked.conversation, text('Español'));
    expect(spanish.conversation).to.include({ language: 'es', mode: 'with-person' });
    expect(said(spanish)).to.match(/español/);
    const where = next(shipped, spanish.conversation, { kind: 'interrupt', id: 'country' });
    const there = next(shipped, where.conversation, press(where, 'nz'));
    expect(there.conversation.country).to.equal('NZ');
    expect(there.reply?.ask).to.equal(undefined);
    expect(there.conversation.frames).to.deep.equal(together().frames);
  });

  it('the chat can be left in words, in either language', () => {
    for (const words of ['End chat.', 'back to the bot', 'Terminar el chat']) {
      const left = next(shipped, together(), text(words));
      expect(left.effects).to.deep.equal([{ kind: 'case', event: { kind: 'back-to-bot' } }]);
      expect(left.conversation.mode).to.equal('bot');
      expect(said(left)).to.include('You have left the chat');
    }
    expect(next(shipped, together(), text('when does the chat end?')).effects).to.deep.equal([wrote]);
  });

  it('a question that is beside the chat when it ends does not come after it', () => {
    const asked = next(shipped, together(), { kind: 'interrupt', id: 'erase' });
    const closed = next(shipped, asked.conversation, { kind: 'news', news: { n: 1, kind: 'closed' } });
    expect(closed.conversation.frames.map(({ dialog }) => dialog)).not.to.include('confirm-erase');
  });

  it('danger comes before any way out', () => {
    const world = worldAt(NOON, { kind: 'suicide', rule: 'test' });
    const after = next(shipped, together(), text('end chat'), world);
    expect(after.conversation.mode).to.equal('with-person');
    expect(after.reply?.parts.some((part) => part.kind === 'lines' && part.purpose === 'crisis')).to.equal(
      true,
    );
  });

  it('the line for one is left in words or by the button, also while looking around', () => {
    for (const input of [text('end chat'), { kind: 'leave' } as const]) {
      const left = next(shipped, { ...shippedAt(), mode: 'waiting' }, input);
      expect(left.effects).to.deep.equal([{ kind: 'case', event: { kind: 'withdrawn' } }]);
      expect(left.conversation.mode).to.equal('bot');
      expect(said(left)).to.include('not in line any more');
      expect(left.reply?.ask).not.to.equal(undefined);
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
