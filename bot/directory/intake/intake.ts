import { nearest } from '../../language/nearest.ts';
import { sameService } from '../check-duplicates.ts';
import { faultsOf } from '../check-resources.ts';
import { resourceSchema } from '../schema.ts';
import type { Resource } from '../schema.ts';
import type { Draft, IntakeContext } from './draft.ts';
import { slug } from './plain.ts';

/** What became of one row. `line` counts from one in its file. */
export interface RowReport {
  line: number;
  id: string | null;
  kept: boolean;
  /** Why it was rejected. */
  reasons: string[];
  /** What was assumed, or left out. */
  notes: string[];
}

/**
 * Takes rows of another list one by one: keeps what our own check would let pass, and says of the rest what is wrong. Only names
 * are remembered, so a long list takes little room.
 */
export class Intake {
  readonly #context: IntakeContext;
  /** Id, or what makes a service the same → where it was. */
  readonly #taken = new Map<string, string>();
  /** What makes a service the same → its id in our list. */
  readonly #present = new Map<string, string>();
  readonly #presentIds = new Set<string>();

  /** `present` are the services of our list: a row of the same id is a newer one of it, any other double is turned away. */
  constructor(context: IntakeContext, present: Iterable<Resource>) {
    this.#context = context;
    for (const resource of present) {
      this.#present.set(sameService(resource), resource.id);
      this.#presentIds.add(resource.id);
    }
  }

  take(line: number, draft: Draft): { report: RowReport; resource: Resource | null } {
    const value = { ...draft.value, id: draft.value['id'] ?? madeId(draft.value) };
    const id = typeof value.id === 'string' ? value.id : null;
    const result = resourceSchema.safeParse(value);
    const reasons = result.success
      ? this.#reasonsAgainst(result.data)
      : result.error.issues.map((issue) => reasonOf(value, issue as Issue));
    if (!result.success || reasons.length > 0) {
      return { report: { line, id, kept: false, reasons, notes: draft.notes }, resource: null };
    }
    const resource = result.data;
    this.#taken.set(`id ${resource.id}`, `line ${line}`);
    this.#taken.set(sameService(resource), `line ${line}`);
    const newer = this.#presentIds.has(resource.id) ? ['our list has this id: take the older entry out'] : [];
    const notes = [...draft.notes, ...newer];
    return { report: { line, id: resource.id, kept: true, reasons: [], notes }, resource };
  }

  #reasonsAgainst(resource: Resource): string[] {
    const faults = faultsOf(resource, this.#context.tables);
    if (faults.length > 0) return faults.map(({ field, message }) => `${field}: ${message}`);
    const before = this.#taken.get(`id ${resource.id}`) ?? this.#taken.get(sameService(resource));
    if (before !== undefined) return [`the same service stands in ${before}`];
    const ours = this.#present.get(sameService(resource));
    return ours === undefined || ours === resource.id ? [] : [`our list has it already, as ${ours}`];
  }
}

/** For rows without an id: made from what does not change, so that the next import gives the same. */
function madeId(value: Readonly<Record<string, unknown>>): string {
  const regions = Array.isArray(value['regions']) ? value['regions'] : [];
  const names = [value['organisation'], value['name'], ...regions.slice(0, 1)];
  return slug(names.filter((name) => typeof name === 'string').join(' '));
}

interface Issue {
  path: PropertyKey[];
  message: string;
  code: string;
  values?: unknown[];
}

/** "phone: write the number in quotes"; of a field that is not there, that it is missing; of a slip, what may be meant. */
function reasonOf(value: unknown, issue: Issue): string {
  const field = issue.path.map(String).join('.');
  const given = issue.path.reduce<unknown>(
    (at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
  if (given === undefined) return `${field}: is missing`;
  if (issue.code !== 'invalid_value' || typeof given !== 'string') return `${field}: ${issue.message}`;
  const known = (issue.values ?? []).map(String);
  const near = nearest(given, known);
  return `${field}: ${given} is not one of ${known.join(', ')}${near ? `. Did you mean ${near}?` : ''}`;
}
