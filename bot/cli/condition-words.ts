import type { Cond } from '../language/program.ts';

/** A condition in words, for a drawing or a report: `mood is now, and wants has talk`. */
export function conditionWords(condition: Cond): string {
  switch (condition.op) {
    case 'any':
      return condition.of.map(group).join(' or ');
    case 'all':
      return condition.of.map(group).join(' and ');
    case 'not':
      return `not ${group(condition.of)}`;
    case 'is':
      return `${short(condition.variable)} is ${String(condition.value)}`;
    case 'in':
      return `${short(condition.variable)} is ${condition.values.join(' or ')}`;
    case 'has':
      return `${short(condition.variable)} has ${condition.values.join(' or ')}`;
    case 'known':
      return `${short(condition.variable)} is ${condition.value ? 'known' : 'unknown'}`;
    case 'count':
      return `${short(condition.variable)} has ${condition.value}`;
    case 'gte':
      return `${short(condition.variable)} is ${condition.value} or more`;
    case 'lte':
      return `${short(condition.variable)} is ${condition.value} or less`;
    default:
      return condition satisfies never;
  }
}

function group(condition: Cond): string {
  const words = conditionWords(condition);
  return (condition.op === 'any' || condition.op === 'all') && condition.of.length > 1 ? `(${words})` : words;
}

function short(variable: string): string {
  return variable.slice(variable.indexOf('.') + 1);
}
