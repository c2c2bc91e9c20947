import type { Build } from './build.ts';
import { compileCondition } from './condition.ts';
import { variablesOf } from './condition-variables.ts';
import type { RuleSetMaterial, RuleSource } from './material.ts';
import type { Rule, RuleSet } from './program.ts';
import { into, type Spot } from './spot.ts';

/** A set of rules, with tags turned into the options that have them. */
export function compileRuleSet(set: RuleSetMaterial, build: Build): RuleSet {
  const seen = new Set<string>();
  const rules = set.rules.map(({ source, at }) => {
    if (seen.has(source.rule)) {
      build.report.add('DLG009', into(at, 'rule'), `The rule \`${source.rule}\` is there twice.`);
    }
    seen.add(source.rule);
    return compileRule(set.id, source, at, build);
  });
  return { id: set.id, audience: set.audience, limit: set.limit, rules };
}

function compileRule(set: string, source: RuleSource, at: Spot, build: Build): Rule {
  const scope = build.scope(null);
  const key = `judgement.${set}.${source.rule}`;
  const condition = source.when && compileCondition(source.when, into(at, 'when'), scope, build.report);
  const variables = condition ? variablesOf(condition) : [];
  if ('leave_out' in source) {
    return {
      id: source.rule,
      kind: 'leave-out',
      when: condition ?? { op: 'all', of: [] },
      options: optionsNamed(source.leave_out, into(at, 'leave_out'), build),
      why: build.texts.make(`${key}.why`, source.why, into(at, 'why'), scope),
      variables,
    };
  }
  const { because } = source;
  return {
    id: source.rule,
    kind: 'prefer',
    ...(condition ? { when: condition } : {}),
    options: optionsNamed(source.prefer, into(at, 'prefer'), build),
    weight: source.weight,
    ...(because === undefined
      ? {}
      : { because: build.texts.make(`${key}.because`, because, into(at, 'because'), scope) }),
    variables,
  };
}

/** Ids of options, from ids and tags. */
function optionsNamed(names: readonly string[], at: Spot, build: Build): string[] {
  const { options, incomplete } = build.material;
  const tags = new Set([...options.values()].flatMap(({ source }) => source.tags));
  const found = names.flatMap((name, index) => {
    if (options.has(name)) return [name];
    const tagged = [...options.values()].filter(({ source }) => source.tags.includes(name));
    if (tagged.length === 0 && !incomplete.has('options')) {
      build.report.add('DLG302', into(at, index), `\`${name}\` is neither an option nor a tag of one.`, {
        instead: { of: name, known: [...options.keys(), ...tags] },
      });
    }
    return tagged.map(({ source }) => source.option);
  });
  return [...new Set(found)];
}
