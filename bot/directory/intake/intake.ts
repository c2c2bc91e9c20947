import type { z } from 'zod/v4';
import { nearest } from '../../language/nearest.ts';
import { shapeProblems } from '../../language/zod-problems.ts';
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
    const reasons = result.success ? this.#reasonsAgainst(result.data) : reasonsOf(value, result.error);
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

/** "phone: is missing", or the difference in plain words with what may be meant. */
function reasonsOf(value: unknown, { issues }: z.ZodError): string[] {
  return shapeProblems(issues, { value, schema: resourceSchema }).map((problem) => {
    const { code, path, message, known = [], name } = problem;
    if (code === 'DLG005') return `${path.join('.')}: is missing`;
    const near = name === undefined ? undefined : nearest(name, known);
    return near === undefined ? message : `${message} Did you mean \`${near}\`?`;
  });
}
