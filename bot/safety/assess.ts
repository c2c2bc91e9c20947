import { type Signal, type SignalKind, URGENT } from '../domain/signal.ts';
import type { Span } from './matcher.ts';
import type { Guard, Rule, SafetyRules } from './rules.ts';
import { type Sentence, sentences } from './tokens.ts';

/**
 * What a message may mean for someone's safety: the most urgent kind that a reviewed rule finds, or null.
 *
 * Pure, synchronous and deterministic; never throws; linear in the length of the text. English and Spanish are looked
 * for at once. A second urgent kind is told in `also`, so that the reply can show both.
 *
 * @param rules from `loadSafety`
 * @param text what the person wrote; it is not kept anywhere
 */
export function assess(rules: SafetyRules, text: string): Signal | null {
  let first: Rule | null = null;
  let second: SignalKind | null = null;
  for (const rule of findings(rules, text)) {
    if (!first) {
      first = rule;
      if (!URGENT.has(rule.kind)) break;
      second = rule.also ?? null;
    } else if (URGENT.has(rule.kind) && rule.kind !== first.kind && !second) second = rule.kind;
  }
  if (!first) return null;
  const signal: Signal = { kind: first.kind, rule: first.id };
  if (first.topic !== undefined) signal.topic = first.topic;
  if (second && second !== first.kind) signal.also = second;
  return signal;
}

/** Every rule that holds for a message, most urgent first. */
export function findings(rules: SafetyRules, text: string): Rule[] {
  const held = new Set<number>();
  const read: Read[] = [];
  const said = new Set<number>();
  for (const sentence of sentences(text, rules.folding)) {
    const symbols = rules.matcher.symbols(sentence);
    const groups = new Set<number>();
    rules.matcher.groups(symbols, groups);
    if (groups.size === 0) continue;
    for (const g of groups) said.add(g);
    read.push({ sentence, symbols, groups, spans: new Map() });
  }
  for (const one of read)
    for (const group of one.groups)
      for (const index of rules.rulesOf.get(group) ?? [])
        if (!held.has(index) && holds(rules, rules.rules[index] as Rule, one, said)) held.add(index);
  return [...held].sort((a, b) => a - b).map((i) => rules.rules[i] as Rule);
}

/** One sentence with what was found in it. */
interface Read {
  sentence: Sentence;
  symbols: number[];
  groups: Set<number>;
  spans: Map<number, Span[]>;
}

function holds(rules: SafetyRules, rule: Rule, read: Read, said: ReadonlySet<number>): boolean {
  for (const g of rule.with) if (!read.groups.has(g)) return false;
  const guards: Guard[] = [];
  for (const guard of rule.unless) {
    const heard = guard.where === 'message' ? said : read.groups;
    if (!heard.has(guard.phrases)) continue;
    if (guard.voidIf !== null && (guard.voidAnywhere ? said : read.groups).has(guard.voidIf)) continue;
    if (guard.where === 'message' || guard.where === 'sentence') return false;
    guards.push(guard);
  }
  if (guards.length === 0) return true;
  return spansOf(rules, rule.phrases, read).some(
    (span) =>
      !guards.some((guard) => silences(guard, span, spansOf(rules, guard.phrases, read), read.sentence)),
  );
}

function spansOf(rules: SafetyRules, group: number, read: Read): Span[] {
  let spans = read.spans.get(group);
  if (!spans) {
    spans = rules.matcher.spans(group, read.symbols);
    read.spans.set(group, spans);
  }
  return spans;
}

function silences(guard: Guard, span: Span, guards: readonly Span[], sentence: Sentence): boolean {
  switch (guard.where) {
    case 'overlap':
      return guards.some((g) => g.from <= span.to && g.to >= span.from);
    case 'clause':
      return guards.some((g) => sentence.clauses[g.to] === sentence.clauses[span.to]);
    case 'before':
      return guards.some(
        (g) =>
          g.to < span.from &&
          span.from - g.to - 1 <= guard.within &&
          sentence.clauses[g.to] === sentence.clauses[span.to] &&
          (guard.overCommas || !commaBetween(sentence, g.to, span.from)),
      );
    case 'sentence':
    case 'message':
      return true;
    default:
      return guard.where satisfies never;
  }
}

function commaBetween(sentence: Sentence, from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) if (sentence.commas[i]) return true;
  return false;
}
