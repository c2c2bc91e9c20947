import { times } from '../effort.ts';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { loadContent, type Content } from '../../bot/content.ts';
import type { Conversation } from '../../bot/domain/conversation.ts';
import { INTERRUPTIONS, type Input } from '../../bot/domain/input.ts';
import { ofLabel } from '../../bot/domain/signal.ts';
import type { Ask } from '../../bot/domain/reply.ts';
import { step } from '../../bot/engine/step.ts';
import { isUrgentHelp } from '../../bot/engine/urgent-help.ts';
import type { World } from '../../bot/engine/world.ts';
import type { ReplyView } from '../../bot/domain/view.ts';
import { expandReply } from '../../bot/turn/expand.ts';

const NOW = Date.UTC(2026, 10, 20, 7);
const root = join(import.meta.dirname, '..', '..');

/** A move that fits whatever question is open: numbers choose among what there is. */
type Move =
  | { kind: 'choose'; picks: number[] }
  | { kind: 'type'; text: string }
  | { kind: 'skip' }
  | { kind: 'interrupt'; id: (typeof INTERRUPTIONS)[number] };

const words = [
  '10001',
  '59801',
  '00601',
  '00000',
  'Montana',
  'not really',
  'both',
  'back',
  'a person',
  'gas money',
  '62',
  'March 2024',
  'asdf qwer',
  'help',
  '¿Por qué?',
  '',
  '🙂',
  'x'.repeat(3000),
];
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('choose' as const),
      picks: fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('type' as const), text: fc.constantFrom(...words) }),
  },
  { weight: 2, arbitrary: fc.constant<Move>({ kind: 'skip' }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('interrupt' as const), id: fc.constantFrom(...INTERRUPTIONS) }),
  },
);

describe('the dialogs as shipped', () => {
  let content: Content;
  before(async () => {
    const loaded = await loadContent(root, false);
    if (!loaded.ok) expect.fail(loaded.report);
    content = loaded.content;
  });

  it('end every sequence of answers in a question, a person or an end, with something said and every card filled in', () => {
    fc.assert(
      fc.property(
        fc.array(move, { maxLength: 35 }),
        fc.constantFrom('US' as const, 'AU' as const, 'NZ' as const),
        (moves, country) => {
          let conversation: Conversation | null = null;
          let ask: Ask | undefined;
          for (const input of [{ kind: 'start' } as const, { kind: 'consent' } as const, ...moves]) {
            const real: Input =
              'picks' in input || input.kind === 'type' || input.kind === 'skip'
                ? inputOf(input, ask)
                : input;
            const done = step(content.program, worldOf(content, real), conversation, real, { country });
            conversation = done.conversation;
            const open = conversation.frames.at(-1)?.waits === 'answer';
            expect(open || conversation.frames.length === 0).to.equal(true);
            if (real.kind !== 'consent') {
              expect(done.reply, 'something is said').to.not.equal(null);
              if (open) expect(done.reply?.ask, 'the open question is put').to.not.equal(undefined);
              else expect(done.reply?.parts.length, 'an end is not silent').to.be.greaterThan(0);
            }
            if (done.reply) {
              ask = done.reply.ask;
              const view = expandReply(
                content.program,
                content.directory.views,
                done.reply,
                conversation,
                NOW,
              );
              expect(view.parts.length, 'no card is lost').to.equal(done.reply.parts.length);
              for (const text of textsOf(view)) {
                expect(text, 'every place is filled, every sentence has its words').to.not.match(
                  /^[a-z]+(-[a-z_]+)+$|\{/,
                );
              }
              if (ask?.kind === 'one' || ask?.kind === 'many')
                expect(ask.choices.length).to.be.greaterThan(0);
            }
          }
        },
      ),
      { numRuns: times(250) },
    );
  }).timeout(60_000);

  it('offer no choice whose label sounds the alarm, but in urgent help, where a press is an answer', () => {
    const alarming: string[] = [];
    for (const dialog of content.program.dialogs.values()) {
      for (const node of dialog.nodes.values()) {
        if (node.action?.kind !== 'ask' || isUrgentHelp(content.program, dialog.id)) continue;
        for (const { label } of node.action.choices) {
          for (const words of [label.en, label.es]) {
            const signal = typeof words === 'string' ? ofLabel(content.assess(words)) : null;
            if (signal !== null) alarming.push(`${label.key}: ${signal.rule}`);
          }
        }
      }
    }
    expect(alarming).to.deep.equal([]);
  });

  it('say the same to the same answers', () => {
    const walk = () => {
      let conversation: Conversation | null = null;
      let ask: Ask | undefined;
      return Array.from({ length: 60 }, (_, n) => {
        const input: Input = n === 0 ? { kind: 'start' } : inputOf({ kind: 'choose', picks: [n * 7] }, ask);
        const done = step(content.program, worldOf(content, input), conversation, input);
        conversation = done.conversation;
        ask = done.reply?.ask;
        return done.reply;
      });
    };
    expect(walk()).to.deep.equal(walk());
  });
});

function inputOf(move: Exclude<Move, { kind: 'interrupt' }>, ask: Ask | undefined): Input {
  if (move.kind === 'type') return { kind: 'text', text: move.text };
  if (ask === undefined) return { kind: 'text', text: 'hello' };
  if (move.kind === 'skip') return { kind: 'skip', ask: ask.id };
  if (ask.choices.length === 0) return { kind: 'text', text: '59801' };
  const picks = ask.kind === 'many' ? move.picks : move.picks.slice(0, 1);
  const ids = picks.map((pick) => ask.choices[pick % ask.choices.length]?.id ?? '');
  return { kind: 'choose', ask: ask.id, choices: [...new Set(ids)] };
}

/** Every sentence of a view. */
function textsOf(view: ReplyView): string[] {
  return view.parts.flatMap((part) => {
    switch (part.kind) {
      case 'text':
        return [part.text];
      case 'options':
      case 'resources':
      case 'reasons':
        return part.items.flatMap((item) => item.because);
      case 'option':
        return part.item.sections.flatMap((section) => [
          section.heading,
          ...section.points.map((point) => point.text),
        ]);
      case 'summary':
        return part.lines.map((line) => line.label);
      case 'lines':
        return part.items.flatMap((item) => [item.name, item.about, item.hours]);
      case 'plan':
        return part.plan.questions.map((question) => question.text);
    }
  });
}

function worldOf(content: Content, input: Input): World {
  return {
    now: NOW,
    directory: content.directory.directory,
    helpline: { state: 'none' },
    signal: input.kind === 'text' ? content.assess(input.text) : null,
    retentionHours: 24,
    spareCode: 'CDFGH-JKMNP',
  };
}
