import { compileAll } from '../../language/compile.ts';
import { readSources } from '../../language/load.ts';
import { fingerprint } from '../../language/text.ts';
import type { Sentence } from './sentence.ts';

/** Every text of dialogs, options and words, with the documents its statement leads to. */
export function authoredSentences(root: string): Sentence[] {
  const { program, texts, material } = compileAll(readSources(root));
  const spanish = material.translations.get('es')?.all;
  const cited = new Map<string, readonly string[]>();
  for (const option of program.options.values()) {
    for (const point of option.sections.flatMap((section) => section.points)) {
      cited.set(point.text.key, point.sources);
    }
  }
  return [...texts.values()].map(({ key, source, at }) => {
    const translation = spanish?.get(key);
    const current = translation && translation.of === fingerprint(source) ? translation.text : '';
    return {
      file: at.source.path,
      key,
      en: source,
      es: current === '' ? null : current,
      sources: (cited.get(key) ?? []).flatMap((id) => {
        const entry = program.sources.get(id);
        return entry ? [{ label: entry.label, url: entry.url }] : [];
      }),
    };
  });
}
