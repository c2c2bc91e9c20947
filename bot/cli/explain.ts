import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SURE } from '../engine/wish.ts';
import { compile } from '../language/compile.ts';
import { readSources } from '../language/load.ts';
import { findings } from '../safety/assess.ts';
import { loadSafety } from '../safety/load.ts';
import { loadUnderstanding } from '../understanding/load.ts';
import { understand } from '../understanding/understand.ts';
import { type Command, UsageError } from './command.ts';
import { Player } from './script/player.ts';
import { loadStage } from './script/stage.ts';
import { tellReply } from './try-view.ts';

/** Less likely wishes are not worth a line. */
const WORTH_TELLING = 0.02;
const MOST_TOLD = 5;

export const explain: Command = {
  name: 'explain',
  summary: 'shows how a sentence is understood: safety rules, wishes, and what the bot would say to it',
  usage: `
nav explain "I need a ride to the clinic" [--json]

The sentence is taken as typed at the opening, by someone who has agreed to write freely.

--json   one JSON value on standard output: { signal, rules, intents, asks_nothing, language, asks_for, followed, at }`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    });
    const text = positionals.join(' ');
    if (text.trim() === '') throw new UsageError('Say which sentence: `nav explain "I need a ride"`.');
    const compiled = compile(readSources(io.root));
    const safety = await loadSafety(join(io.root, 'resources', 'safety'));
    const wishes = await loadUnderstanding(join(io.root, 'resources', 'understanding'));
    if (!compiled.ok || 'problems' in safety || 'problems' in wishes) {
      io.err('There are errors to mend first. `npm run nav -- check` tells them.\n');
      return 1;
    }
    const { program } = compiled;
    const rules = findings(safety.ok, text).map((rule) => ({ rule: rule.id, kind: rule.kind }));
    const wish = understand(wishes.ok, text);
    const { stage } = await loadStage(io.root, program);
    const signal = stage.assess(text);
    const player = new Player(stage, io.now());
    player.startAt(program.interruptions.welcome, { consented: true });
    const { reply, trace } = player.input({ kind: 'text', text });
    const likely = wish.intents.filter(({ score }) => score >= WORTH_TELLING).slice(0, MOST_TOLD);
    const at = trace.map(({ dialog, node }) => `${dialog}.${node}`);
    if (values.json) {
      const followed = signal === null && (likely[0]?.score ?? 0) >= SURE;
      const { language = null, asksFor = null } = wish;
      const told = {
        signal,
        rules,
        intents: likely,
        asks_nothing: wish.nothing,
        language,
        asks_for: asksFor,
        followed,
        at,
      };
      io.out(`${JSON.stringify(told, null, 2)}\n`);
      return 0;
    }
    const { paint } = io;
    io.out(
      `${paint.strong('Safety')}  ${signal ? `${signal.kind}, by the rule ${signal.rule}` : 'nothing found'}\n`,
    );
    if (signal?.also) io.out(`  also shown: ${signal.also}\n`);
    for (const { rule, kind } of rules) io.out(`  ${rule} (${kind})\n`);
    io.out(
      `${paint.strong('Wishes')}  ${wish.language ? `written in ${wish.language}` : 'in either language'}\n`,
    );
    for (const { id, score } of likely) io.out(`  ${score.toFixed(2)} ${id}\n`);
    io.out(`  ${wish.nothing.toFixed(2)} ${paint.dim('asks for nothing')}\n`);
    io.out(`  followed at once from ${SURE} on\n`);
    io.out(`${paint.strong('The bot')}\n`);
    tellReply(reply, program, io);
    io.out(`${paint.dim(at.join(' → '))}\n`);
    return 0;
  },
};
