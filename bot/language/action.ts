import { compileAsk } from './ask.ts';
import { checkValue } from './condition-test.ts';
import { compileText, type NodeBuild, typed } from './node-build.ts';
import type { Action } from './program.ts';
import type { NodeSource } from './schema/dialog.ts';
import { compileSearch } from './search.ts';
import { into, keyOf, type Spot } from './spot.ts';
import { fitsInto, typeName } from './types.ts';

/** Keys of a node that do something; a node has at most one of them. */
export const ACTIONS = [
  'ask',
  'set',
  'call',
  'search',
  'recommend',
  'keep',
  'handoff',
  'case',
  'feedback',
  'resume_code',
  'erase',
  'restart',
] as const satisfies readonly (keyof NodeSource)[];

/** What a node does, or null. When there are several (which is told elsewhere) all are looked at and the first counts. */
export function compileAction(source: NodeSource, at: Spot, build: NodeBuild): Action | null {
  const actions: Action[] = [];
  if (source.ask) actions.push(compileAsk(source.ask, into(at, 'ask'), build));
  if (source.set) actions.push(compileSet(source.set, into(at, 'set'), build));
  if (source.call !== undefined) actions.push(compileCall(source.call, into(at, 'call'), build));
  if (source.search) actions.push(compileSearch(source.search, into(at, 'search'), build));
  if (source.recommend) actions.push(compileRecommend(source.recommend, into(at, 'recommend'), build));
  if (source.keep) actions.push(compileKeep(source.keep, into(at, 'keep'), build));
  if (source.handoff) actions.push(compileHandoff(source.handoff, into(at, 'handoff'), build));
  if (source.case !== undefined) actions.push({ kind: 'case', does: source.case });
  if (source.feedback !== undefined) {
    actions.push({
      kind: 'feedback',
      variable: typed(source.feedback, ['one_of'], into(at, 'feedback'), build),
    });
  }
  if (source.resume_code) {
    const variable = typed(
      source.resume_code.into,
      ['text'],
      into(at, 'resume_code', 'into'),
      build,
      'write',
    );
    actions.push({ kind: 'resume-code', into: variable, days: source.resume_code.days });
  }
  if (source.erase) actions.push({ kind: 'erase' });
  if (source.restart) actions.push({ kind: 'restart' });
  return actions[0] ?? null;
}

function compileHandoff(source: NonNullable<NodeSource['handoff']>, at: Spot, build: NodeBuild): Action {
  const named = (name: string, ...path: (string | number)[]) =>
    build.names.read(name, into(at, ...path))?.name ?? name;
  const { way, earlier, call } = source;
  if ((way === 'callback') !== (call !== undefined)) {
    build.report.add(
      'DLG005',
      keyOf(at),
      way === 'callback'
        ? 'A request to be called needs `call`: the variables that say how.'
        : '`call` belongs to a request to be called, and this one is `way: live`.',
      { remedy: 'Write `call: { phone: … }` with `way: callback`, and leave it out with `way: live`.' },
    );
  }
  const numbers = call && {
    phone: named(call.phone, 'call', 'phone'),
    ...(call.name === undefined ? {} : { name: named(call.name, 'call', 'name') }),
    ...(call.times === undefined ? {} : { times: named(call.times, 'call', 'times') }),
    ...(call.message === undefined ? {} : { message: named(call.message, 'call', 'message') }),
  };
  return {
    kind: 'handoff',
    way,
    share: source.share.map((name, index) => named(name, 'share', index)),
    ...(earlier === undefined ? {} : { earlier: typed(earlier, ['yes_no'], into(at, 'earlier'), build) }),
    ...(numbers ? { call: numbers } : {}),
  };
}

function compileCall(dialog: string, at: Spot, build: NodeBuild): Action {
  checkDialog(dialog, at, build);
  return { kind: 'call', dialog };
}

/** Tells when there is no such dialog. */
export function checkDialog(id: string, at: Spot, build: Pick<NodeBuild, 'material' | 'report'>): void {
  const { dialogs, incomplete } = build.material;
  if (dialogs.has(id) || incomplete.has('dialogs')) return;
  build.report.add('DLG102', at, `There is no dialog \`${id}\`.`, {
    instead: { of: id, known: dialogs.keys() },
  });
}

function compileSet(source: NonNullable<NodeSource['set']>, at: Spot, build: NodeBuild): Action {
  const values = Object.entries(source).map(([name, value]) => {
    const here = into(at, name);
    const variable = build.names.write(name, keyOf(here));
    const full = variable?.name ?? name;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const from = build.names.read(value.var, into(here, 'var'));
      if (variable?.type && from?.type && !fitsInto(from.type, variable.type)) {
        build.report.add('DLG209', into(here, 'var'), `\`${value.var}\` may hold what \`${name}\` cannot.`, {
          remedy: `\`${name}\` is ${typeName(variable.type)}: copy from a variable of that type with the same values.`,
        });
      }
      return { variable: full, value: { variable: from?.name ?? value.var } };
    }
    if (variable?.type && value !== null) checkValue(name, variable.type, value, here, build.report);
    return { variable: full, value };
  });
  return { kind: 'set', values };
}

function compileRecommend(source: NonNullable<NodeSource['recommend']>, at: Spot, build: NodeBuild): Action {
  const { ruleSets, incomplete } = build.material;
  const rules = ruleSets.get(source.rules);
  if (!rules && !incomplete.has('rules')) {
    build.report.add(
      'DLG305',
      into(at, 'rules'),
      `There are no rules \`${source.rules}\` in \`dialogs/judgement.yaml\`.`,
      {
        instead: { of: source.rules, known: ruleSets.keys() },
      },
    );
  }
  const variable = typed(source.into, ['options'], into(at, 'into'), build, 'write');
  const type = build.names.find(source.into)?.type;
  const most = type && 'options' in type ? type.options : 1;
  return {
    kind: 'recommend',
    rules: source.rules,
    into: variable,
    limit: Math.min(most, rules?.limit ?? most),
  };
}

function compileKeep(source: NonNullable<NodeSource['keep']>, at: Spot, build: NodeBuild): Action {
  if ('options' in source) {
    return {
      kind: 'keep-options',
      variable: typed(source.options, ['options', 'one_of', 'text'], into(at, 'options'), build),
    };
  }
  if ('resources' in source) {
    return {
      kind: 'keep-resources',
      variable: typed(source.resources, ['resources'], into(at, 'resources'), build),
    };
  }
  if ((source.text === undefined) === (source.var === undefined)) {
    build.report.add(
      'DLG005',
      keyOf(into(at, 'question')),
      'A question to keep has either `text` or `var`.',
      {
        remedy: 'Write `text:` for words of ours, or `var:` for what the person wrote.',
      },
    );
  }
  const text =
    source.text === undefined ? undefined : compileText(build, 'keep.text', source.text, into(at, 'text'));
  const variable = source.var === undefined ? undefined : typed(source.var, ['text'], into(at, 'var'), build);
  return {
    kind: 'keep-question',
    id: source.question,
    ...(text ? { text } : {}),
    ...(variable === undefined ? {} : { variable }),
  };
}
