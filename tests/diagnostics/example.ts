import type { SourceFile } from '../../bot/language/source.ts';
import { baseWith } from './base.ts';

/** One thing an example expects to be told. */
export interface Expected {
  code: string;
  line: number;
  column: number;
  message: string;
  remedy: string;
}

/**
 * An example file. Its head says which file of the base it stands for, and what the compiler must say of it:
 *
 *     # as dialogs/variables.yaml           (without this line: dialogs/example.yaml)
 *     # without dialogs/words.yaml          (nothing stands for it)
 *     # DLG101 9:11 There is no node `x` in this dialog.
 *     # → Did you mean `y`?
 */
export interface Example {
  /** The file of the base it stands for. */
  role: string;
  expected: Expected[];
  files: SourceFile[];
}

export function readExample(path: string, text: string): Example {
  const without = /^# without (\S+)$/m.exec(text)?.[1];
  const role = without ?? /^# as (\S+)$/m.exec(text)?.[1] ?? 'dialogs/example.yaml';
  const expected = [...text.matchAll(/^# (DLG\d+) (\d+):(\d+) (.*)\n# → (.*)$/gm)].map(
    ([, code = '', line, column, message = '', remedy = '']) => ({
      code,
      line: Number(line),
      column: Number(column),
      message,
      remedy,
    }),
  );
  const others = baseWith({ [role]: null });
  return { role, expected, files: without ? others : [...others, { path, text, role }] };
}
