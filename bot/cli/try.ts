import { parseArgs } from 'node:util';
import { INTERRUPTIONS, type InterruptionId, type Input } from '../domain/input.ts';
import { compile } from '../language/compile.ts';
import { readSources } from '../language/load.ts';
import { nearest } from '../language/nearest.ts';
import type { Program } from '../language/program.ts';
import { type Command, type Io, UsageError } from './command.ts';
import { Player } from './script/player.ts';
import { loadStage } from './script/stage.ts';
import { fullName, readValue } from './script/values.ts';
import { tellReply } from './try-view.ts';

export const tryOut: Command = {
  name: 'try',
  summary: 'plays a conversation in the terminal with the real engine, from the opening or from any dialog',
  usage: `
nav try [--dialog ID[.NODE]] [--set NAME=VALUE]… [--country us] [--language en]

--dialog  begins with this dialog instead of the opening, or in the middle of it
--set     gives a variable a value beforehand: --set area=Montana --set wants=talk,practical

While playing: a number or an id chooses (several with commas), any other words are typed to the bot.
:skip :back :why :person :urgent :help …  are the buttons that are always there
:vars shows what is known, :quit ends`,
  async run(args, io) {
    const { values } = parseArgs({
      args,
      options: {
        dialog: { type: 'string' },
        set: { type: 'string', multiple: true, default: [] },
        country: { type: 'string', default: 'us' },
        language: { type: 'string', default: 'en' },
      },
    });
    const compiled = compile(readSources(io.root));
    if (!compiled.ok) {
      io.err('The dialogs have errors. `npm run nav -- check` tells them.\n');
      return 1;
    }
    const { stage, missing } = await loadStage(io.root, compiled.program);
    for (const what of missing) io.out(`${io.paint.warning('Played without')} ${what}.\n`);
    const player = new Player(stage, io.now());
    begin(player, values, compiled.program);
    tellReply(player.last?.reply ?? null, compiled.program, io);
    for await (const line of io.lines('> ')) {
      const typed = line.trim();
      if (typed === ':quit' || typed === ':q') break;
      if (typed === '') continue;
      if (typed === ':vars') {
        tellVariables(player, io);
        continue;
      }
      const input = inputOf(typed, player);
      if (!input) {
        io.out(
          `There is no ${typed}. There are: ${INTERRUPTIONS.map((id) => `:${id}`).join(' ')} :vars :quit\n`,
        );
        continue;
      }
      player.now = io.now();
      tellReply(player.input(input).reply, compiled.program, io);
      const way = player.last?.trace.map(({ dialog, node }) => `${dialog}.${node}`) ?? [];
      io.out(`${io.paint.dim(way.join(' → '))}\n`);
    }
    return 0;
  },
};

interface Settings {
  dialog?: string | undefined;
  set: string[];
  country: string;
  language: string;
}

function begin(player: Player, { dialog, set, country, language }: Settings, program: Program): void {
  const [id = program.interruptions.welcome, node] = dialog?.split('.') ?? [];
  const found = program.dialogs.get(id);
  if (!found) throw new UsageError(`There is no dialog ${id}.${meant(id, program.dialogs.keys())}`);
  if (node !== undefined && !found.nodes.has(node)) {
    throw new UsageError(`There is no node ${node} in ${id}.${meant(node, found.nodes.keys())}`);
  }
  const where = country.toUpperCase();
  if (!isCountry(where)) throw new UsageError(`There is no country ${country}: us, au, uk, ca or nz.`);
  if (language !== 'en' && language !== 'es')
    throw new UsageError(`There is no language ${language}: en or es.`);
  const answers = Object.fromEntries(
    set.map((one) => {
      const [name = '', text = ''] = one.split(/=(.*)/s);
      const full = fullName(program, name, id);
      const variable = full === undefined ? undefined : program.variables.get(full);
      if (!variable) throw new UsageError(`There is no variable ${name}.`);
      const read = readValue(variable.type, written(text, variable.type), {
        directory: player.stage.directory,
        country: where,
      });
      if ('problem' in read) throw new UsageError(`${name} cannot be ${text}: ${read.problem}.`);
      return [variable.name, read.value];
    }),
  );
  player.startAt(
    id,
    {
      answers,
      country: where,
      language,
      consented: true,
    },
    node,
  );
}

function meant(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near ? ` Did you mean ${near}?` : '';
}

function written(text: string, type: object): string | number | boolean | string[] {
  if ('many_of' in type || 'options' in type || 'resources' in type) return text.split(',');
  if ('number' in type) return Number(text);
  if ('yes_no' in type) return text === 'true' || text === 'yes';
  return text;
}

function isCountry(code: string): code is 'US' | 'AU' | 'UK' | 'CA' | 'NZ' {
  return ['US', 'AU', 'UK', 'CA', 'NZ'].includes(code);
}

/** What a line typed in the terminal means; null for a command that is none. */
function inputOf(typed: string, player: Player): Input | null {
  const ask = player.last?.reply?.ask;
  if (typed.startsWith(':')) {
    const id = typed.slice(1);
    if (id === 'skip' && ask) return { kind: 'skip', ask: ask.id };
    return isInterruption(id) ? { kind: 'interrupt', id } : null;
  }
  const wanted = typed.split(/\s*,\s*/);
  const choices = wanted.map(
    (one) => ask?.choices[Number(one) - 1]?.id ?? ask?.choices.find((choice) => choice.id === one)?.id,
  );
  if (ask && choices.every((id) => id !== undefined)) return { kind: 'choose', ask: ask.id, choices };
  return { kind: 'text', text: typed };
}

function isInterruption(id: string): id is InterruptionId {
  return (INTERRUPTIONS as readonly string[]).includes(id);
}

function tellVariables(player: Player, io: Io): void {
  for (const [name, value] of Object.entries(player.conversation?.answers ?? {})) {
    io.out(`  ${name}: ${JSON.stringify(value)}\n`);
  }
}
