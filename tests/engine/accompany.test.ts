import { expect } from 'chai';
import type { Conversation } from '../../bot/domain/conversation.ts';
import type { Input } from '../../bot/domain/input.ts';
import type { Signal } from '../../bot/domain/signal.ts';
import { step, type Step } from '../../bot/engine/step.ts';
import { loadProgram } from '../../bot/language/load.ts';
import { directory } from '../directory/loaded.ts';
import { NOON, worldAt } from './test-bed.ts';

const compiled = loadProgram('.');
if (!compiled.ok) throw new Error('the shipped dialogs have errors');
const { program } = compiled;

/** Someone who talks with a person from the helpline does this. */
function lives(input: Input, signal: Signal | null = null): Step {
  const { conversation } = step(program, { ...worldAt(), directory }, null, { kind: 'start' });
  const talking: Conversation = { ...conversation, consented: true, mode: 'with-person' };
  return step(program, { ...worldAt(NOON, signal), directory }, talking, input);
}
const linesOf = ({ reply }: Step): string[] =>
  (reply?.parts ?? []).flatMap((part) => (part.kind === 'lines' ? part.items.map(({ line }) => line) : []));

describe('someone who talks with a person from the helpline', () => {
  it('writes to them, and the bot says nothing', () => {
    const after = lives({ kind: 'text', text: 'I had a bad night.' });
    expect(after.reply).to.equal(null);
    expect(after.effects).to.deep.include({ kind: 'case', event: { kind: 'person-wrote' } });
    expect(after.conversation.mode).to.equal('with-person');
  });

  it('is shown the numbers when they ask for urgent help, and is asked nothing', () => {
    const after = lives({ kind: 'interrupt', id: 'urgent' });
    expect(linesOf(after)).to.include.members(['us-988', 'us-emergency']);
    const purposes = (after.reply?.parts ?? []).flatMap((part) =>
      part.kind === 'lines' ? [part.purpose] : [],
    );
    expect(purposes).to.deep.equal(['crisis', 'emergency']);
    expect(after.reply?.ask).to.equal(undefined);
  });

  it('is shown crisis lines when they write of suicide; staff see one factual line, and the words reach them', () => {
    const after = lives({ kind: 'text', text: '…' }, { kind: 'suicide', rule: 'for-a-test' });
    expect(linesOf(after)).to.include('us-988');
    expect(after.conversation.crisisBar).to.equal(true);
    expect(after.conversation.safety.map(({ kind }) => kind)).to.deep.equal(['suicide']);
    const events = after.effects.flatMap((effect) => (effect.kind === 'case' ? [effect.event.kind] : []));
    expect(events).to.deep.equal(['safety-shown', 'person-wrote']);
  });

  it('goes back to the bot when they leave', () => {
    const after = lives({ kind: 'leave' });
    expect(after.conversation.mode).to.equal('bot');
    expect(after.effects).to.deep.include({ kind: 'case', event: { kind: 'back-to-bot' } });
    expect(after.reply?.parts.length).to.be.greaterThan(0);
  });
});
