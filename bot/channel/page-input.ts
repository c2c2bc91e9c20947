import { z } from 'zod/v4';
import { INTERRUPTIONS, type Input } from '../domain/input.ts';
import { COUNTRIES, LANGUAGES } from '../domain/locale.ts';

const id = z.string().min(1).max(100);

/** The schema of `PageInput` in `domain/view.ts`, by the one key that each has. */
const shapes = {
  choose: z.strictObject({ choose: z.strictObject({ ask: id, choices: z.array(id).max(100) }) }),
  skip: z.strictObject({ skip: id }),
  interrupt: z.strictObject({ interrupt: z.enum(INTERRUPTIONS) }),
  keep: z.strictObject({
    keep: z.strictObject({ what: z.enum(['option', 'resource', 'question']), id, on: z.boolean() }),
  }),
  open: z.strictObject({ open: id }),
  consent: z.strictObject({ consent: z.literal(true) }),
  dismiss: z.strictObject({ dismiss: z.literal(true) }),
  leave: z.strictObject({ leave: z.literal(true) }),
  report: z.strictObject({ report: id }),
  reached: z.strictObject({ reached: z.strictObject({ resource: id, yes: z.boolean() }) }),
  settings: z.strictObject({
    settings: z.strictObject({
      country: z.enum(COUNTRIES).optional(),
      language: z.enum(LANGUAGES).optional(),
      timeZone: z
        .string()
        .regex(/^[\w+\-/]{1,64}$/)
        .optional(),
    }),
  }),
};
type Shape = keyof typeof shapes;
type Page = z.infer<(typeof shapes)[Shape]>;

/** Tried one after the other, each shape that does not fit would write down at length why. */
function readPage(navigator: unknown): Page | undefined {
  if (typeof navigator !== 'object' || navigator === null) return undefined;
  const [key = ''] = Object.keys(navigator);
  return Object.hasOwn(shapes, key) ? shapes[key as Shape].safeParse(navigator).data : undefined;
}

/**
 * Reads the structured input of a page or card. `value` is an activity's value: `{ navigator: PageInput }`, beside
 * which the fields of an Adaptive Card may stand; `choices` there is what was ticked, ids with commas between.
 * Returns undefined when there is no `navigator` at all, and `'invalid'` when there is one that means nothing.
 */
export function readPageInput(value: unknown): Input | 'invalid' | undefined {
  if (typeof value !== 'object' || value === null || !('navigator' in value)) return undefined;
  const page = readPage(value.navigator);
  if (page === undefined) return 'invalid';
  const input = inputOf(page);
  if (input.kind === 'choose' && 'choices' in value) {
    if (typeof value.choices !== 'string' || value.choices.length > 10_000) return 'invalid';
    const ticked = value.choices.split(',').filter((choice) => choice !== '');
    return { ...input, choices: [...input.choices, ...ticked] };
  }
  return input;
}

function inputOf(page: Page): Input {
  if ('choose' in page) return { kind: 'choose', ask: page.choose.ask, choices: page.choose.choices };
  if ('skip' in page) return { kind: 'skip', ask: page.skip };
  if ('interrupt' in page) return { kind: 'interrupt', id: page.interrupt };
  if ('keep' in page) return { kind: 'keep', ...page.keep };
  if ('open' in page) return { kind: 'open', option: page.open };
  if ('consent' in page) return { kind: 'consent' };
  if ('dismiss' in page) return { kind: 'dismiss' };
  if ('leave' in page) return { kind: 'leave' };
  if ('report' in page) return { kind: 'report', resource: page.report };
  if ('reached' in page) return { kind: 'reached', ...page.reached };
  const { country, language, timeZone } = page.settings;
  return {
    kind: 'settings',
    ...(country === undefined ? {} : { country }),
    ...(language === undefined ? {} : { language }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
}
