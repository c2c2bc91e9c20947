import type { OptionPick } from '../domain/value.ts';
import type { Language } from '../domain/locale.ts';
import type { Program, RuleSet } from '../language/program.ts';
import { holds, type Lookup } from './condition.ts';
import { answersAsWords, speak } from './speak.ts';

/** One kind of support as judged: its score, the reasons that raised it, and why it was left out (if it was). */
export interface Judged {
  option: string;
  score: number;
  reasons: { text: string; variables: readonly string[] }[];
  leftOut?: { why: string; rule: string };
}

/**
 * Judges every option of a rule set for the answers given: best first, ties in the order of the option ids. An option
 * that was left out keeps its place, so that "show all" can still show it. Pure; each reason is a reviewed sentence.
 */
export function judge(program: Program, rules: RuleSet, language: Language, value: Lookup): Judged[] {
  const judged = new Map<string, Judged>();
  for (const option of candidates(program, rules)) judged.set(option, { option, score: 0, reasons: [] });
  const fill = answersAsWords(program, language, value);
  for (const rule of rules.rules) {
    if (rule.when !== undefined && !holds(rule.when, value)) continue;
    for (const id of rule.options) {
      const option = judged.get(id);
      if (option === undefined) continue;
      if (rule.kind === 'leave-out') {
        option.leftOut ??= { why: speak(rule.why, language, fill), rule: rule.id };
        continue;
      }
      option.score += rule.weight;
      if (rule.because)
        option.reasons.push({ text: speak(rule.because, language, fill), variables: rule.variables });
    }
  }
  return [...judged.values()].sort((a, b) => b.score - a.score || (a.option < b.option ? -1 : 1));
}

/** The best of what was judged, at most `limit`: none that was left out, none that nothing speaks for. */
export function shortList(judged: readonly Judged[], limit: number): Judged[] {
  return judged.filter((option) => option.leftOut === undefined && option.score > 0).slice(0, limit);
}

/** What is offered for the answers given: the short list, each option with three reasons at most. */
export function recommend(
  program: Program,
  rules: RuleSet,
  language: Language,
  value: Lookup,
  limit: number,
): OptionPick[] {
  return shortList(judge(program, rules, language, value), limit).map((option) => ({
    option: option.option,
    because: [...new Set(option.reasons.map((reason) => reason.text))].slice(0, 3),
  }));
}

/** The options a rule set judges, made once for each. */
const candidateIndex = new WeakMap<RuleSet, readonly string[]>();
function candidates(program: Program, rules: RuleSet): readonly string[] {
  let known = candidateIndex.get(rules);
  if (known === undefined) {
    known = [...program.options.values()]
      .filter(
        (option) =>
          rules.audience === 'both' || option.audience === 'both' || option.audience === rules.audience,
      )
      .map((option) => option.id)
      .sort();
    candidateIndex.set(rules, known);
  }
  return known;
}
