import { randomBytes } from 'node:crypto';
import type { Content } from '../../bot/content.ts';
import type { Input } from '../../bot/domain/input.ts';
import { MemoryCases } from '../../bot/store/cases.ts';
import { MemoryStore } from '../../bot/store/memory.ts';
import { createRunTurn } from '../../bot/turn/create-run-turn.ts';
import type { ConversationStore } from '../../bot/turn/ports.ts';

/** Answers each of them has given. */
const ANSWERS = 8;

/** Puts conversations that are going on into a store: each was begun, agreed to, and has a question open. */
export async function fillWithLive(store: ConversationStore, content: Content, count: number): Promise<void> {
  const scratch = new MemoryStore();
  const run = createRunTurn({
    program: () => content.program,
    directory: () => content.directory.directory,
    store: scratch,
    cases: new MemoryCases(),
    clock: { now: () => Date.now() },
    chance: {
      id: () => randomBytes(16).toString('base64url'),
      code: () => randomBytes(8).toString('hex').toUpperCase(),
    },
    assess: content.assess,
    helpline: () => ({ state: 'none' }),
    retentionHours: 24,
  });
  for (let n = 0; n < count; n += 1) {
    const conversation = `live-${n}`;
    const take = (key: string, input: Input) => run({ conversation, key, input, hint: { language: 'en' } });
    await take('start', { kind: 'start' });
    await take('consent', { kind: 'consent' });
    for (let turn = 0; turn < ANSWERS; turn += 1) {
      const before = await scratch.load(conversation);
      const said = before?.transcript.findLast((entry) => entry.from === 'bot');
      const ask = said?.from === 'bot' ? said.reply.ask : undefined;
      const choice = ask?.choices[(n + turn) % Math.max(1, ask.choices.length)];
      // What would end the conversation is not chosen.
      if (ask === undefined || choice === undefined || /delete/i.test(choice.label)) break;
      await take(`turn-${turn}`, { kind: 'choose', ask: ask.id, choices: [choice.id] });
    }
    const record = await scratch.load(conversation);
    if (record !== undefined) await store.commit(record, null);
    await scratch.erase(conversation);
  }
}
