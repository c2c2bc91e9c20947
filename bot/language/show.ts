import { type NodeBuild, typed } from './node-build.ts';
import type { Show } from './program.ts';
import type { NodeSource } from './schema/dialog.ts';
import { into, type Spot } from './spot.ts';

type ShowSource = Exclude<NonNullable<NodeSource['show']>, unknown[]>;

export function compileShow(source: NodeSource['show'], at: Spot, build: NodeBuild): Show[] {
  if (source === undefined) return [];
  if (Array.isArray(source)) return source.map((one, index) => compileOne(one, into(at, index), build));
  return [compileOne(source, at, build)];
}

function compileOne(source: ShowSource, at: Spot, build: NodeBuild): Show {
  if ('options' in source) {
    return { kind: 'options', variable: typed(source.options, ['options'], into(at, 'options'), build) };
  }
  if ('resources' in source) {
    return {
      kind: 'resources',
      variable: typed(source.resources, ['resources'], into(at, 'resources'), build),
    };
  }
  if ('reasons' in source) {
    return {
      kind: 'reasons',
      variable: typed(source.reasons, ['options', 'resources'], into(at, 'reasons'), build),
    };
  }
  if ('option' in source) return showOption(source.option, into(at, 'option'), build);
  if ('lines' in source) return { kind: 'lines', purpose: source.lines };
  if ('plan' in source) return { kind: 'plan' };
  return {
    kind: 'summary',
    variables: source.summary.map((name, index) => {
      const where = into(at, 'summary', index);
      return build.names.read(name, where)?.name ?? name;
    }),
  };
}

/** A variable that holds an option's id, or the id itself. */
function showOption(name: string, at: Spot, build: NodeBuild): Show {
  const variable = build.names.find(name);
  if (variable) return { kind: 'option-in', variable: typed(name, ['one_of', 'text'], at, build) };
  const { options, incomplete } = build.material;
  if (!options.has(name) && !incomplete.has('options')) {
    build.report.add('DLG301', at, `\`${name}\` is neither an option nor a variable that holds one.`, {
      instead: { of: name, known: options.keys() },
    });
  }
  return { kind: 'option', option: name };
}
