import { normalise } from '../engine/words.ts';
import { compileCondition } from './condition.ts';
import { compileText, type NodeBuild } from './node-build.ts';
import type { Ask, Choice } from './program.ts';
import type { NodeSource, VariableType } from './schema/dialog.ts';
import { into, keyOf, type Spot } from './source.ts';
import { typeName, valuesOf } from './types.ts';

type AskSource = NonNullable<NodeSource['ask']>;
type ChoiceSource = NonNullable<AskSource['choices']>[string];

/** A question. Its kind comes from the type of its variable. */
export function compileAsk(source: AskSource, at: Spot, build: NodeBuild): Ask {
  const variable = build.names.write(source.var, into(at, 'var'));
  const type = variable?.type ?? null;
  if (type) checkType(source, type, at, build);
  const choices = Object.entries(source.choices ?? {}).map(([id, choice]) =>
    compileChoice(id, choice, type, into(at, 'choices', id), build),
  );
  const { retry } = source;
  return {
    kind: 'ask',
    variable: variable?.name ?? source.var,
    type: type ?? { yes_no: true },
    text: compileText(build, 'ask.text', source.text, into(at, 'text')),
    choices,
    ...(retry === undefined ? {} : { retry: compileText(build, 'ask.retry', retry, into(at, 'retry')) }),
    required: source.required === true,
  };
}

function checkType(source: AskSource, type: VariableType, at: Spot, build: NodeBuild): void {
  const kind = typeName(type);
  const { report } = build;
  if (kind === 'options' || kind === 'resources') {
    report.add('DLG209', into(at, 'var'), `\`${source.var}\` is ${kind}, which nobody can be asked for.`, {
      remedy: kind === 'options' ? 'Use `recommend:` to fill it.' : 'Use `search:` to fill it.',
    });
  } else if (kind === 'one_of' || kind === 'many_of') {
    if (Object.keys(source.choices ?? {}).length === 0) {
      report.add(
        'DLG205',
        keyOf(at),
        `\`${source.var}\` is ${kind}, and this question offers nothing to choose.`,
      );
    }
  } else if (source.choices) {
    report.add(
      'DLG206',
      keyOf(into(at, 'choices')),
      `\`${source.var}\` is ${kind}: its answer is not one of a list.`,
    );
  }
}

function compileChoice(
  id: string,
  source: ChoiceSource,
  type: VariableType | null,
  at: Spot,
  build: NodeBuild,
): Choice {
  const values = type ? valuesOf(type) : [];
  if (values.length > 0 && !values.includes(id)) {
    build.report.add('DLG207', keyOf(at), `\`${id}\` is none of the values of this variable.`, {
      instead: { of: id, known: values },
      remedy: `Its values: ${values.map((value) => `\`${value}\``).join(', ')}. Write one of them, or add this one.`,
    });
  }
  const key = `ask.choices.${id}`;
  if (typeof source === 'string') {
    return { id, label: compileText(build, key, source, at), alone: false, names: [] };
  }
  if (source.alone && type && typeName(type) !== 'many_of') {
    build.report.add(
      'DLG215',
      keyOf(into(at, 'alone')),
      'Only one can be chosen here, so every choice is alone.',
    );
  }
  const { when, explain } = source;
  return {
    id,
    label: compileText(build, key, source.label, into(at, 'label')),
    ...(when === undefined
      ? {}
      : { when: compileCondition(when, into(at, 'when'), build.names, build.report) }),
    ...(explain === undefined
      ? {}
      : { explain: compileText(build, `${key}.explain`, explain, into(at, 'explain')) }),
    alone: source.alone === true,
    names: (source.names ?? []).map(normalise).filter((name) => name !== ''),
  };
}
