import { normalise } from './normalise.ts';
import { compileCondition } from './condition.ts';
import { compileText, type NodeBuild } from './node-build.ts';
import type { Ask, Choice } from './program.ts';
import type { NodeSource, VariableType } from './schema/dialog.ts';
import { into, keyOf, type Spot } from './spot.ts';
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
  checkAlike(choices, into(at, 'choices'), build);
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
  } else if (kind === 'yes_no') {
    for (const id of Object.keys(source.choices ?? {})) {
      if (id === 'yes' || id === 'no') continue;
      report.add('DLG207', keyOf(into(at, 'choices', id)), `\`${id}\` is neither \`yes\` nor \`no\`.`, {
        remedy: `\`${source.var}\` is yes_no: its choices are called \`yes\` and \`no\`. They may be left out.`,
      });
    }
  } else if (source.choices) {
    report.add(
      'DLG206',
      keyOf(into(at, 'choices')),
      `\`${source.var}\` is ${kind}: its answer is not one of a list.`,
    );
  }
}

/** What is typed is compared with labels and names; two choices must not share any. */
function checkAlike(choices: readonly Choice[], at: Spot, build: NodeBuild): void {
  const owners = new Map<string, string>();
  for (const { id, label, names } of choices) {
    const words = typeof label.en === 'string' ? [normalise(label.en), ...names] : names;
    for (const word of new Set(words)) {
      const owner = owners.get(word);
      if (owner === undefined) owners.set(word, id);
      else if (owner !== id) {
        build.report.add('DLG216', keyOf(into(at, id)), `“${word}” is also said for \`${owner}\`.`);
      }
    }
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
    return { id, label: compileText(build, key, source, at), alone: false, names: [], heard: [] };
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
    names: folded(source.names),
    heard: folded(source.heard),
  };
}

function folded(words: readonly string[] = []): string[] {
  return words.map(normalise).filter((one) => one !== '');
}
