import type { Directory } from '../../directory/types.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Input } from '../../domain/input.ts';
import { COUNTRIES, type Country } from '../../domain/locale.ts';
import type { Value } from '../../domain/value.ts';
import type { TraceStep } from '../../engine/draft.ts';
import { lineAndColumn, rangeOf } from '../../language/range.ts';
import { type Spot, spot, into } from '../../language/spot.ts';
import { unmet, wordsOf } from './expectations.ts';
import { isSame, unmetState } from './expected-state.ts';
import { Player, type Stage } from './player.ts';
import type { PlacedScript } from './read-scripts.ts';
import type { ExpectLine, Script, ScriptLine, UserLine } from './script-schema.ts';
import { fullName, readValue, writtenOf } from './values.ts';

/** What a script did not find as it says. Place and reason; `said` is what the bot said last. */
export interface Failure {
  file: string;
  line: number;
  column: number;
  message: string;
  said: string;
}

export interface ScriptResult {
  test: string;
  failures: Failure[];
  trace: TraceStep[];
}

/** Noon of a working day, so that hours and nights are the same whenever a script is run. */
const NOON = Date.UTC(2026, 10, 18, 17);
const UNITS: Readonly<Record<string, number>> = { day: 86_400_000, hour: 3_600_000, minute: 60_000 };

/**
 * Plays one script with the real engine. Every line is checked, also after a failure, except when the person cannot do
 * what the script says: then the rest would be about another conversation.
 */
export function runScript({ script, source }: PlacedScript, stage: Stage): ScriptResult {
  return new ScriptRun(script, spot(source), stage).run();
}

class ScriptRun {
  private readonly script: Script;
  private readonly at: Spot;
  private readonly player: Player;
  private readonly failures: Failure[] = [];
  private lost = false;

  constructor(script: Script, at: Spot, stage: Stage) {
    this.script = script;
    this.at = at;
    const { directory, clock, helpline } = script.given;
    const own = directory === 'empty' ? { ...stage, directory: withoutServices(stage.directory) } : stage;
    this.player = new Player(own, clock === undefined ? NOON : Date.parse(clock));
    this.player.helpline = {
      state: helpline ?? 'none',
      chat: script.given.live_chat ?? false,
      callback: script.given.call_backs ?? true,
    };
  }

  run(): ScriptResult {
    this.begin();
    for (const [index, line] of this.script.script.entries()) {
      if (this.lost) break;
      this.line(line, into(this.at, 'script', index));
    }
    return { test: this.script.test, failures: this.failures, trace: this.player.trace };
  }

  private begin(): void {
    const { dialog, given } = this.script;
    const { program } = this.player.stage;
    if (dialog !== undefined && !program.dialogs.has(dialog)) {
      this.fail(into(this.at, 'dialog'), `There is no dialog \`${dialog}\`.`);
      this.lost = true;
      return;
    }
    const prepared: Partial<Conversation> = {
      consented: given.consented ?? true,
      country: countryOf(given.country),
      language: given.language ?? 'en',
      answers: this.answers(),
      ...(given.time_zone === undefined ? {} : { timeZone: given.time_zone }),
      ...(given.plan ? { plan: { options: given.plan, resources: [], questions: [] } } : {}),
    };
    this.player.startAt(dialog ?? program.interruptions.welcome, prepared);
  }

  private answers(): Record<string, Value> {
    const answers: Record<string, Value> = {};
    for (const [name, written] of Object.entries(this.script.given.vars ?? {})) {
      const here = into(this.at, 'given', 'vars', name);
      const variable = this.variable(name, here);
      if (!variable) continue;
      const read = readValue(variable.type, written, {
        directory: this.player.stage.directory,
        country: countryOf(this.script.given.country),
      });
      if ('value' in read) answers[variable.name] = read.value;
      else this.fail(here, `\`${name}\` cannot be that: ${read.problem}.`);
    }
    return answers;
  }

  private line(line: ScriptLine, at: Spot): void {
    if ('staff' in line) this.staff(line.staff);
    else if ('user' in line) this.user(line.user, into(at, 'user'));
    else if ('bot' in line) this.bot(line.bot, into(at, 'bot'));
    else if ('expect' in line) this.expect(line.expect, into(at, 'expect'));
    else if ('later' in line) this.later(line.later);
    else if (this.player.conversation?.frames.length) this.fail(at, 'A question is still open.');
  }

  private staff(line: Extract<ScriptLine, { staff: unknown }>['staff']): void {
    const { name } = line;
    if ('says' in line) this.player.input({ kind: 'staff', name, text: line.says });
    else {
      const { news: kind, result } = line;
      this.player.input({ kind: 'news', news: { n: 1, kind, name, ...(result ? { result } : {}) } });
    }
  }

  private user(user: UserLine, at: Spot): void {
    const input = this.inputOf(user, at);
    if (!input) return;
    const signal =
      typeof user === 'object' && 'say' in user && user.signal
        ? { kind: user.signal, rule: 'script' }
        : undefined;
    this.player.input(input, signal);
  }

  private inputOf(user: UserLine, at: Spot): Input | null {
    const ask = this.player.last?.reply?.ask;
    const open = String(this.player.conversation?.asked ?? 0);
    if (typeof user === 'string') return { kind: 'text', text: user };
    if ('say' in user) return { kind: 'text', text: user.say };
    if ('choose' in user) {
      const choices = list(user.choose);
      const offered = ask?.choices.map((choice) => choice.id) ?? [];
      const missing = choices.filter((id) => !offered.includes(id));
      if (missing.length === 0) return { kind: 'choose', ask: open, choices };
      this.fail(
        into(at, 'choose'),
        `\`${missing.join(', ')}\` is not offered; offered: ${offered.join(', ') || 'nothing'}.`,
      );
      this.lost = true;
      return null;
    }
    if ('late' in user) return { kind: 'choose', ask: 'an-earlier-question', choices: list(user.late) };
    if ('skip' in user) return { kind: 'skip', ask: open };
    if ('interrupt' in user) return { kind: 'interrupt', id: user.interrupt };
    if ('press' in user) return { kind: 'interrupt', id: user.press };
    if ('keep' in user || 'drop' in user) {
      const on = 'keep' in user;
      const [what, id] = Object.entries(on ? user.keep : user.drop)[0] as [
        'option' | 'resource' | 'question',
        string,
      ];
      return { kind: 'keep', what, id, on };
    }
    if ('open' in user) return { kind: 'open', option: user.open };
    if ('consent' in user) return { kind: 'consent' };
    if ('dismiss' in user) return { kind: 'dismiss' };
    if ('leave' in user) return { kind: 'leave' };
    const { country, language, time_zone: timeZone } = user.settings;
    return {
      kind: 'settings',
      ...(country ? { country: countryOf(country) } : {}),
      ...(language ? { language } : {}),
      ...(timeZone ? { timeZone } : {}),
    };
  }

  private bot(line: Extract<ScriptLine, { bot: unknown }>['bot'], at: Spot): void {
    const step = this.player.last;
    if (!step) return;
    for (const { key, message } of unmet(line, step, step.trace)) this.fail(into(at, key), message);
  }

  private expect(line: ExpectLine, at: Spot): void {
    const { conversation, effects } = this.player;
    if (!conversation) return;
    for (const [name, wanted] of Object.entries(line.vars ?? {})) {
      const here = into(at, 'vars', name);
      const variable = this.variable(name, here);
      if (!variable) continue;
      const found = writtenOf(conversation.answers[variable.name]);
      if (!isSame(found, wanted)) {
        this.fail(here, `\`${name}\` is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}.`);
      }
    }
    for (const { path, message } of unmetState(line, conversation, effects))
      this.fail(into(at, ...path), message);
  }

  private later(text: string): void {
    const [amount, unit = ''] = text.split(' ');
    this.player.now += Number(amount) * (UNITS[unit.replace(/s$/, '')] ?? 0);
  }

  /** Also names of the dialog that is open now, so that a long script can look at each part of the way. */
  private variable(name: string, at: Spot) {
    const { program } = this.player.stage;
    const open = this.player.conversation?.frames.at(-1)?.dialog;
    const full = fullName(program, name, this.script.dialog) ?? fullName(program, name, open);
    const variable = full === undefined ? undefined : program.variables.get(full);
    if (!variable) this.fail(at, `There is no variable \`${name}\`.`);
    return variable;
  }

  private fail(at: Spot, message: string): void {
    const { line, column } = lineAndColumn(at.source, rangeOf(at).from);
    const said = wordsOf(this.player.last?.reply ?? null);
    this.failures.push({ file: at.source.path, line, column, message, said });
  }
}

/** The same places and lines, and no service that fits. */
function withoutServices(directory: Directory): Directory {
  return {
    revision: 'without services',
    search: () => [],
    readPlace: (text, country) => directory.readPlace(text, country),
    lines: (purpose, country, now) => directory.lines(purpose, country, now),
    has: (resource) => directory.has(resource),
    hasLine: (line) => directory.hasLine(line),
  };
}

function countryOf(lower: string | undefined): Country {
  return COUNTRIES.find((country) => country.toLowerCase() === lower) ?? 'US';
}

function list(value: string | string[]): string[] {
  return Array.isArray(value) ? value : [value];
}
