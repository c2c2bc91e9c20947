import { times } from '../effort.ts';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Conversation } from '../../bot/domain/conversation.ts';
import { INTERRUPTIONS, type Input } from '../../bot/domain/input.ts';
import { SIGNALS, type Signal } from '../../bot/domain/signal.ts';
import { step } from '../../bot/engine/step.ts';
import { bedFile, next, NOON, play, press, said, testBed, worldAt } from './test-bed.ts';

const program = testBed();
const find: Input = { kind: 'choose', ask: '1', choices: ['find'] };

/** Walks the whole find dialog. */
function found() {
  let at = play(program, [{ kind: 'consent' }]).at(-1) ?? expect.fail();
  for (const input of [
    () => find,
    () => press(at, 'now'),
    () => press(at, 'talk', 'read'),
    () => ({ kind: 'text', text: '3' }) as const,
    () => ({ kind: 'skip', ask: at.reply?.ask?.id ?? '' }) as const,
    () => press(at, 'no'),
    () => ({ kind: 'skip', ask: at.reply?.ask?.id ?? '' }) as const,
    () => ({ kind: 'text', text: '598' }) as const,
  ]) {
    at = next(program, at.conversation, input());
  }
  return at;
}

describe('finding support', () => {
  it('gives kinds of support with the reasons, and services near the person for each', () => {
    const at = found();
    const options = at.reply?.parts.find((part) => part.kind === 'options');
    expect(options?.items).to.deep.equal([
      { option: 'talking', because: ['you would like to talk'] },
      { option: 'reading', because: ['you would like to read'] },
    ]);
    const resources = at.reply?.parts.find((part) => part.kind === 'resources');
    expect(resources?.items[0]).to.deep.equal({
      resource: 'near-service',
      because: ['It serves Montana.'],
      for: 'talking',
    });
    expect(said(at)).to.include('You said 3, in Montana.');
  });

  it('puts what was kept into the plan', () => {
    expect(found().conversation.plan.options).to.have.members(['talking', 'reading']);
  });

  it('comes back to the dialog that called it', () => {
    expect(found().reply?.ask?.text).to.equal('What would help?');
  });
});

describe('keeping', () => {
  it('does not disturb the open question', () => {
    const at = play(program, [find]).at(-1) ?? expect.fail();
    const kept = next(program, at.conversation, {
      kind: 'keep',
      what: 'resource',
      id: 'near-service',
      on: true,
    });
    expect(kept.reply).to.deep.equal({
      parts: [],
      plan: { options: [], resources: ['near-service'], questions: [] },
    });
    expect(kept.conversation.asked).to.equal(at.conversation.asked);
    const out = next(program, kept.conversation, {
      kind: 'keep',
      what: 'resource',
      id: 'near-service',
      on: false,
    });
    expect(out.conversation.plan.resources).to.deep.equal([]);
  });

  it('lets someone say once whether they reached what they kept, without keeping what they said', () => {
    const keep = { kind: 'keep', what: 'resource', id: 'near-service', on: true } as const;
    const at = play(program, [find, keep]).at(-1) ?? expect.fail();
    const reached = { kind: 'reached', resource: 'near-service', yes: false } as const;
    const told = next(program, at.conversation, reached);
    expect(told.effects).to.deep.equal([{ kind: 'reached', yes: false }]);
    expect(told.reply).to.deep.equal({
      parts: [],
      plan: { options: [], resources: ['near-service'], questions: [], told: ['near-service'] },
    });
    expect(told.conversation.asked).to.equal(at.conversation.asked);
    const accompanied = next(program, { ...at.conversation, mode: 'with-person' }, reached);
    expect(accompanied.effects).to.deep.equal(told.effects);
    expect(next(program, told.conversation, { ...reached, yes: true }).effects).to.deep.equal([]);
    expect(next(program, told.conversation, { ...reached, resource: 'made-up' }).effects).to.deep.equal([]);
  });

  it('takes nothing in that does not exist', () => {
    const at = play(program, [{ kind: 'keep', what: 'option', id: 'made-up', on: true }]).at(-1);
    expect(at?.conversation.plan.options).to.deep.equal([]);
  });
});

describe('a conversation whose dialogs have changed', () => {
  it('goes on where it was when only the words changed', () => {
    const at = play(program, [find]).at(-1) ?? expect.fail();
    const changed = testBed({
      'dialogs/find.yaml': bedFile('dialogs/find.yaml').replace('Now or later?', 'Today or later?'),
    });
    const after = next(changed, at.conversation, press(at, 'now'));
    expect(after.conversation.answers['mood']).to.equal('now');
    expect(after.conversation.revision).to.equal(changed.revision);
  });

  it('follows a node that moved', () => {
    const at = play(program, [find]).at(-1) ?? expect.fail();
    const text = bedFile('dialogs/find.yaml')
      .replace('start: mood', 'start: feeling\nmoved: { mood: feeling }')
      .replace('  mood:\n', '  feeling:\n');
    const after = next(testBed({ 'dialogs/find.yaml': text }), at.conversation, press(at, 'later'));
    expect(after.conversation.answers['mood']).to.equal('later');
  });

  it('says so, and keeps the answers, when the place is gone', () => {
    const first = play(program, [find]).at(-1) ?? expect.fail();
    const at = next(program, first.conversation, press(first, 'now'));
    const text = bedFile('dialogs/find.yaml')
      .replace('next: wants', 'next: likes')
      .replace('  wants:\n', '  likes:\n');
    const after = next(testBed({ 'dialogs/find.yaml': text }), at.conversation, press(at, 'talk'));
    expect(said(after)).to.include('We changed this part. Your answers are kept.');
    expect(after.reply?.ask).to.not.equal(undefined);
    expect(after.conversation.answers).to.not.have.property('wants');
  });

  it('drops an answer that no longer fits', () => {
    const first = play(program, [find]).at(-1) ?? expect.fail();
    const at = next(program, first.conversation, press(first, 'now'));
    const changed = testBed({
      'dialogs/variables.yaml': bedFile('dialogs/variables.yaml').replace('[now, later]', '[today, later]'),
      'dialogs/find.yaml': bedFile('dialogs/find.yaml').replace('now: Now', 'today: Now'),
    });
    const after = next(changed, at.conversation, { kind: 'interrupt', id: 'person' });
    expect(after.conversation.answers).to.not.have.property('mood');
  });

  it('whose dialog is gone begins at the opening', () => {
    const at = play(program, [find]).at(-1) ?? expect.fail();
    const changed = testBed({
      'dialogs/find.yaml': null,
      'dialogs/welcome.yaml': bedFile('dialogs/welcome.yaml').replace('call: find,', 'call: my-plan,'),
    });
    const after = next(changed, at.conversation, press(at, 'now'));
    expect(said(after)).to.include('We changed this part.');
    expect(after.reply?.ask?.text).to.equal('What would help?');
  });
});

const anyInput: fc.Arbitrary<Input> = fc.oneof(
  fc.constant<Input>({ kind: 'start' }),
  fc.record({
    kind: fc.constant('text' as const),
    text: fc.oneof(
      fc.string(),
      fc.constantFrom(
        '598',
        '834',
        'yes',
        'now',
        'both',
        'why',
        'back',
        '3',
        'skip',
        'delete my chat',
        'start again',
        '2024',
      ),
    ),
  }),
  fc.record({
    kind: fc.constant('choose' as const),
    ask: fc.constantFrom('open', '1', 'x'),
    choices: fc.array(
      fc.constantFrom(
        'find',
        'person',
        'rest',
        'now',
        'later',
        'talk',
        'none',
        'yes',
        'no',
        'fine',
        'stay',
        'mt',
      ),
      { maxLength: 3 },
    ),
  }),
  fc.record({ kind: fc.constant('skip' as const), ask: fc.constantFrom('open', '0') }),
  fc.record({ kind: fc.constant('interrupt' as const), id: fc.constantFrom(...INTERRUPTIONS) }),
  fc.record({
    kind: fc.constant('keep' as const),
    what: fc.constantFrom('option' as const, 'resource' as const, 'question' as const),
    id: fc.constantFrom('talking', 'near-service', '__proto__'),
    on: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('open' as const), option: fc.constantFrom('talking', 'nothing') }),
  fc.constantFrom<Input>(
    { kind: 'consent' },
    { kind: 'dismiss' },
    { kind: 'leave' },
    { kind: 'report', resource: 'near-service' },
    { kind: 'reached', resource: 'near-service', yes: true },
    { kind: 'settings', language: 'es', country: 'AU' },
  ),
);
const anySignal: fc.Arbitrary<Signal | null> = fc.option(
  fc.record({ kind: fc.constantFrom(...SIGNALS), rule: fc.constant('r') }),
  { freq: 6 },
);

describe('any sequence of inputs', () => {
  it('ends in a question, a person or an end: never a fault, never silence', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyInput, anySignal), { maxLength: 40 }), (inputs) => {
        let conversation: Conversation | null = null;
        for (const [input, signal] of inputs) {
          const before: Conversation | null = conversation;
          const real: Input =
            (input.kind === 'choose' || input.kind === 'skip') && input.ask === 'open' && before
              ? { ...input, ask: String(before.asked) }
              : input;
          const frozen = JSON.stringify(before);
          const after = step(program, worldAt(NOON, signal), before, real);
          expect(JSON.stringify(before), 'what went in is not changed').to.equal(frozen);
          expect(step(program, worldAt(NOON, signal), before, real), 'the same again').to.deep.equal(after);
          expect(JSON.parse(JSON.stringify(after.conversation)), 'is plain JSON').to.deep.equal(
            after.conversation,
          );
          const open = after.conversation.frames.at(-1)?.waits === 'answer';
          const resting = after.conversation.frames.length === 0;
          expect(open || resting, 'a question is open or the conversation rests').to.equal(true);
          if (['text', 'choose', 'skip', 'interrupt'].includes(real.kind))
            expect(after.reply, 'something is said').to.not.equal(null);
          if (after.reply && open && after.reply.parts.length > 0)
            expect(after.reply.ask?.id).to.equal(String(after.conversation.asked));
          expect(after.conversation.frames.length).to.be.below(10);
          expect(after.conversation.crumbs.length).to.be.at.most(20);
          conversation = after.conversation;
        }
      }),
      { numRuns: times(300) },
    );
  });
});
