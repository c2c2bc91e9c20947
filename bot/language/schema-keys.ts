import type { z } from 'zod/v4';

/** The parts of a zod definition we walk; zod keeps them under `_zod.def`. */
interface Definition {
  type: string;
  shape?: Record<string, z.core.$ZodType>;
  valueType?: z.core.$ZodType;
  element?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  options?: readonly z.core.$ZodType[];
  getter?: () => z.core.$ZodType;
}

/** Every key that may stand at a path of a schema, in the schema's own order; all forms of a union together. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const keys = new Set<string>();
  for (const found of schemasAt(schema, path)) {
    for (const key of Object.keys(definition(found).shape ?? {})) keys.add(key);
  }
  return [...keys];
}

function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType[] {
  let here = unwrap(schema);
  for (const step of path) {
    here = here.flatMap((each) => {
      const { shape, valueType, element } = definition(each);
      const next = shape && Object.hasOwn(shape, step) ? shape[step as string] : (valueType ?? element);
      return next ? unwrap(next) : [];
    });
  }
  return here;
}

/** Through optional, default, nullable, lazy and union, to what a value is compared with. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { innerType, options, getter } = definition(schema);
  if (options) return options.flatMap(unwrap);
  if (innerType) return unwrap(innerType);
  if (getter) return unwrap(getter());
  return [schema];
}

function definition(schema: z.core.$ZodType): Definition {
  return schema._zod.def;
}
