import { type Document, parseAllDocuments } from 'yaml';
import type { Diagnostic } from '../../language/diagnostic.ts';
import { Report } from '../../language/report.ts';
import { shape } from '../../language/shape.ts';
import { lineStarts } from '../../language/range.ts';
import { readSource, type SourceFile } from '../../language/source.ts';
import { type Source, spot } from '../../language/spot.ts';
import { reportYaml } from '../../language/yaml-problems.ts';
import { type Script, scriptSchema } from './script-schema.ts';

/** A script, and the source that knows where its lines stand. */
export interface PlacedScript {
  script: Script;
  source: Source;
}

/** Reads the scripts of one file, parted by lines of `---`, or everything that is wrong with them. */
export function readScripts(file: SourceFile): { scripts: PlacedScript[]; diagnostics: Diagnostic[] } {
  const report = new Report();
  const scripts = documentsOf(file).flatMap((source) => {
    reportYaml(source, report);
    if (source.value === undefined || source.value === null) return [];
    const { data, partial } = shape(scriptSchema, source.value, spot(source), report);
    return data && !partial ? [{ script: data, source }] : [];
  });
  return { scripts, diagnostics: report.all() };
}

function documentsOf(file: SourceFile): Source[] {
  if (!/^---/m.test(file.text)) return [readSource(file)];
  const lines = lineStarts(file.text);
  const parsed = parseAllDocuments(file.text, { prettyErrors: false });
  const documents = Array.isArray(parsed) ? (parsed as Document[]) : [];
  return documents.map((document) => ({
    path: file.path,
    role: file.path,
    text: file.text,
    document,
    lines,
    value: document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 50 }) as unknown),
  }));
}
