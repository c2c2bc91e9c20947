import type { Build } from '../build.ts';
import type { LanguageMaterial, TranslationMaterial } from '../material.ts';
import { into, keyOf } from '../spot.ts';
import { fingerprint, type TextEntry } from '../text.ts';
import { isWhole } from '../whole.ts';

const LANGUAGE = 'es';

/** Compares translations with the texts they are of. Where a life may hang on the words, a gap is an error. */
export function checkStrings(build: Build): void {
  const { material, report, texts } = build;
  const language = material.translations.get(LANGUAGE);
  if (!language) {
    if (material.incomplete.has('strings')) return;
    report.addFile(
      'DLG503',
      `dialogs/strings/${LANGUAGE}.yaml`,
      'There is no Spanish yet: everybody reads English.',
    );
    return;
  }
  for (const translation of language.all.values()) checkOne(translation, texts.entries, build);
  checkMissing(language, build);
}

function checkOne(
  translation: TranslationMaterial,
  entries: ReadonlyMap<string, TextEntry>,
  build: Build,
): void {
  const { report } = build;
  const { key, of, at } = translation;
  const entry = entries.get(key);
  if (!entry) {
    if (!isWhole(build.material)) return;
    report.add('DLG501', keyOf(at), `There is no text \`${key}\`.`, {
      instead: { of: key, known: entries.keys() },
    });
    return;
  }
  if (translation.text === '') return;
  const now = fingerprint(entry.source);
  if (of === now) return;
  report.add(
    'DLG502',
    into(at, 'of'),
    `The text is now ${now}; this is a translation of ${of}. English is shown until then.`,
    isVital(entry) ? { severity: 'error' } : {},
  );
}

function checkMissing({ all, at }: LanguageMaterial, { report, texts }: Build): void {
  const missing = [...texts.entries.values()].filter((entry) => !all.get(entry.key)?.text);
  const vital = Map.groupBy(missing.filter(isVital), (entry) => entry.dialog);
  for (const [dialog, entries] of vital) {
    report.add(
      'DLG503',
      keyOf(into(at, 'strings')),
      `\`${dialog}\` is not wholly translated: ${some(entries)}.`,
      {
        severity: 'error',
      },
    );
  }
  const others = missing.filter((entry) => !isVital(entry));
  if (others.length > 0) {
    report.add(
      'DLG503',
      keyOf(into(at, 'strings')),
      `${others.length} of ${texts.entries.size} texts are not translated: ${some(others)}.`,
    );
  }
}

/** Texts of safety, consent and reaching a person. */
function isVital({ dialog }: TextEntry): boolean {
  return (
    dialog !== null && (dialog.startsWith('safety') || dialog === 'consent' || dialog === 'reach-a-person')
  );
}

function some(entries: readonly TextEntry[]): string {
  const first = entries.slice(0, 3).map((entry) => entry.key);
  const rest = entries.length - first.length;
  return rest > 0 ? `${first.join(', ')} and ${rest} more` : first.join(', ');
}
