import { join } from 'node:path';
import { loadContent } from '../../bot/content.ts';
import type { Conversation } from '../../bot/domain/conversation.ts';
import type { Input } from '../../bot/domain/input.ts';
import type { Ask } from '../../bot/domain/reply.ts';
import { step } from '../../bot/engine/step.ts';
import type { World } from '../../bot/engine/world.ts';
import { seeded } from '../seeded.ts';

/** One recorded step: the same input in the same state, to be done again and again. */
interface Recorded {
  world: World;
  conversation: Conversation | null;
  input: Input;
}

/** Seconds before measuring, as for the servers: Node goes on making the code faster for about so long. */
const WARM_UP = 5;

/**
 * Walks every dialog from the opening by pressing, skipping and typing in turn (seeded, so that each run is the same),
 * records the steps, and does them again, so many rounds of so many seconds. Recommendations, searches and places are in them.
 *
 * @returns steps per second, one figure for each round
 */
export async function engineStepsPerSecond(rounds: number, seconds: number): Promise<number[]> {
  const loaded = await loadContent(join(import.meta.dirname, '..', '..'), false);
  if (!loaded.ok) throw new Error(loaded.report);
  const { program, directory, assess } = loaded.content;
  const recorded: Recorded[] = [];
  const random = seeded(7);
  for (let walk = 0; walk < 150; walk += 1) {
    let conversation: Conversation | null = null;
    let ask: Ask | undefined;
    for (let turn = 0; turn < 40; turn += 1) {
      const input: Input =
        turn === 0 ? { kind: 'start' } : turn === 1 ? { kind: 'consent' } : nextInput(ask, random);
      const world: World = {
        now: Date.UTC(2026, 10, 20, 15) + walk * 3_600_000,
        directory: directory.directory,
        helpline: { state: 'none' },
        signal: input.kind === 'text' ? assess(input.text) : null,
        retentionHours: 24,
        spareCode: 'CDFGH-JKMNP',
      };
      recorded.push({ world, conversation, input });
      const done = step(program, world, conversation, input);
      conversation = done.conversation;
      ask = done.reply?.ask ?? ask;
      if (conversation.frames.length === 0) ask = undefined;
    }
  }
  const once = () => {
    for (const { world, conversation, input } of recorded) step(program, world, conversation, input);
  };
  const goOnFor = (time: number): number => {
    const started = performance.now();
    let steps = 0;
    while (performance.now() - started < time * 1000) {
      once();
      steps += recorded.length;
    }
    return Math.round((steps / (performance.now() - started)) * 1000);
  };
  goOnFor(WARM_UP);
  return Array.from({ length: rounds }, () => goOnFor(seconds));
}

function nextInput(ask: Ask | undefined, random: () => number): Input {
  if (ask === undefined) return { kind: 'text', text: 'hello' };
  if (ask.skippable && random() < 0.1) return { kind: 'skip', ask: ask.id };
  if (random() < 0.04) return { kind: 'interrupt', id: random() < 0.5 ? 'back' : 'person' };
  if (ask.choices.length > 0) {
    const choices = ask.choices
      .filter(() => ask.kind === 'many' && random() < 0.4)
      .map((choice) => choice.id);
    const one = ask.choices[Math.floor(random() * ask.choices.length)]?.id;
    return { kind: 'choose', ask: ask.id, choices: choices.length > 0 ? choices : one ? [one] : [] };
  }
  const words = {
    place: ['10001', '598', 'Montana', '00000'],
    number: ['4', '62'],
    date: ['March 2024'],
    text: ['gas money', 'a nurse to talk to'],
  };
  const known = words[ask.kind as keyof typeof words] ?? ['yes'];
  return { kind: 'text', text: known[Math.floor(random() * known.length)] ?? 'yes' };
}
