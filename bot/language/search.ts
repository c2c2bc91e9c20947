import { compileText, type NodeBuild, typed } from './node-build.ts';
import type { Action } from './program.ts';
import type { NodeSource } from './schema/dialog.ts';
import { into, keyOf, type Spot } from './spot.ts';

type SearchSource = NonNullable<NodeSource['search']>;

/** The shared variables that a search with `fit` reads. */
const MEANS: readonly [string, Parameters<typeof typed>[1]][] = [
  ['household', ['one_of']],
  ['income', ['one_of']],
  ['insurance', ['one_of']],
  ['in_treatment', ['yes_no']],
  ['fund_groups', ['many_of']],
];

/** A search in the directory. It must look for something: kinds, what options need, or typed words. */
export function compileSearch(source: SearchSource, at: Spot, build: NodeBuild): Action {
  const { kinds = [], because } = source;
  if (kinds.length === 0 && source.provide === undefined && source.words === undefined) {
    build.report.add('DLG304', keyOf(at), 'This search does not say what to look for.');
  }
  const variable = typed(source.into, ['resources'], into(at, 'into'), build, 'write');
  const type = build.names.find(source.into)?.type;
  const read = (field: 'provide' | 'words' | 'near' | 'by', types: Parameters<typeof typed>[1]) => {
    const name = source[field];
    return name === undefined ? {} : { [field]: typed(name, types, into(at, field), build) };
  };
  if (source.fit) for (const [name, types] of MEANS) typed(name, types, into(at, 'fit'), build);
  const options =
    source.options === undefined
      ? {}
      : { optionsInto: typed(source.options, ['options'], into(at, 'options'), build, 'write') };
  return {
    kind: 'search',
    ...options,
    into: variable,
    limit: type && 'resources' in type ? type.resources : 1,
    kinds,
    ...read('provide', ['options']),
    ...read('words', ['text']),
    ...read('near', ['place']),
    ...read('by', ['one_of', 'many_of']),
    ...(source.audience ? { audience: source.audience } : {}),
    ...(source.stage ? { stage: source.stage } : {}),
    ...(source.local ? { local: source.local } : {}),
    ...(source.fit ? { fit: true } : {}),
    ...(because === undefined
      ? {}
      : { because: compileText(build, 'search.because', because, into(at, 'because')) }),
  };
}
