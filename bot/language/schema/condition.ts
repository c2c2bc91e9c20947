import { z } from 'zod/v4';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
/** What may be asked of one variable. A condition on an unknown variable is false, except `known: false` and `not`. */
export const test = z.union([
  scalar,
  z.strictObject({ is: scalar }),
  z.strictObject({ in: z.array(scalar).min(1) }),
  z.strictObject({ has: z.string() }),
  z.strictObject({ has_any: z.array(z.string()).min(1) }),
  z.strictObject({ known: z.boolean() }),
  z.strictObject({ count: z.number().int() }),
  z.strictObject({ gte: z.number() }),
  z.strictObject({ lte: z.number() }),
]);
export type Test = z.infer<typeof test>;

export type Condition =
  | { any: Condition[] }
  | { all: Condition[] }
  | { not: Condition }
  | { [variable: string]: Test };
/** `{ readiness: not_now }`, several variables mean all of them; `any`, `all`, `not` combine. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ any: z.array(condition).min(1) }),
    z.strictObject({ all: z.array(condition).min(1) }),
    z.strictObject({ not: condition }),
    z.record(z.string(), test),
  ]),
);
