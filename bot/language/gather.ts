import { z } from 'zod/v4';
import { gatherDialog, opaqueDialog } from './gather-dialog.ts';
import type {
  DialogMaterial,
  Kind,
  LanguageMaterial,
  Material,
  Placed,
  RuleSetMaterial,
  RuleSource,
  TranslationMaterial,
} from './material.ts';
import type { Report } from './report.ts';
import {
  interruptionsSchema,
  judgementSchema,
  stringsSchema,
  variableType,
  wordsSchema,
} from './schema/dialog.ts';
import { type OptionSource, optionSchema, type SourceEntry, sourcesSchema } from './schema/option.ts';
import { id } from './schema/text.ts';
import { wordingSchema } from './schema/wording.ts';
import { shape } from './shape.ts';
import { into, type Source, spot } from './spot.ts';
import { reportYaml } from './yaml-problems.ts';

/** Files that are no dialog although they stand in `dialogs/`. */
const OWN_FILES = ['variables', 'judgement', 'interruptions', 'words', 'wording'];
const REQUIRED: readonly { path: string; kind: Kind }[] = [
  { path: 'dialogs/variables.yaml', kind: 'variables' },
  { path: 'dialogs/judgement.yaml', kind: 'rules' },
  { path: 'dialogs/interruptions.yaml', kind: 'interruptions' },
  { path: 'dialogs/words.yaml', kind: 'words' },
  { path: 'resources/sources.yaml', kind: 'sources' },
];

const loose = z.record(id, z.unknown());
const looseVariables = z.strictObject({ variables: loose });
const looseRules = z.strictObject({ rules: loose });
const ruleSet = judgementSchema.shape.rules.valueType;
const looseRuleSet = ruleSet.extend({ rules: z.array(z.unknown()) });
const rule = ruleSet.shape.rules.element;
const looseInterruptions = interruptionsSchema.extend({ interruptions: z.array(z.unknown()) });
const looseSources = z.strictObject({ sources: z.array(z.unknown()) });
const looseWords = z.strictObject({ words: z.record(id, z.unknown()) });
const looseStrings = stringsSchema.extend({ strings: z.record(z.string(), z.unknown()) });

/** Sorts parsed files by what they are and compares each piece with its schema. Reports everything, keeps what can be used. */
export function gather(sources: readonly Source[], report: Report): Material {
  return new Gathering(report).run(sources);
}

class Gathering {
  private readonly report: Report;
  private readonly dialogs = new Map<string, DialogMaterial>();
  private readonly variables = new Map<string, z.infer<typeof variableType> | null>();
  private variablesAt: Material['variablesAt'] = null;
  private readonly ruleSets = new Map<string, RuleSetMaterial>();
  private readonly options = new Map<string, Placed<OptionSource>>();
  private readonly sources = new Map<string, Placed<SourceEntry>>();
  private readonly words = new Map<string, Placed<string>>();
  private wordsAt: Material['wordsAt'] = null;
  private interruptions: Material['interruptions'] = null;
  private readonly translations = new Map<string, LanguageMaterial>();
  private wording: Material['wording'] = null;
  private readonly incomplete = new Set<Kind>();

  constructor(report: Report) {
    this.report = report;
  }

  run(sources: readonly Source[]): Material {
    for (const source of sources) this.file(source);
    for (const { path, kind } of REQUIRED) {
      if (sources.some((source) => source.role === path)) continue;
      this.report.addFile('DLG007', path, `There is no file ${path}.`);
      this.incomplete.add(kind);
    }
    if (this.dialogs.size === 0)
      this.report.addFile('DLG007', 'dialogs', 'There is no dialog in `dialogs/`.');
    const {
      dialogs,
      variables,
      variablesAt,
      ruleSets,
      options,
      words,
      interruptions,
      translations,
      wording,
      incomplete,
    } = this;
    return {
      dialogs,
      variables,
      variablesAt,
      ruleSets,
      options,
      sources: this.sources,
      wordsAt: this.wordsAt,
      words,
      interruptions,
      translations,
      wording,
      incomplete,
    };
  }

  private file(source: Source): void {
    reportYaml(source, this.report);
    const { role } = source;
    const dialog = /^dialogs\/([^/]+)\.yaml$/.exec(role)?.[1];
    if (/^(dialogs|resources\/options)\/[^/]+\.yml$/.test(role)) {
      this.report.addFile('DLG008', source.path, 'The name ends in .yml, and only .yaml files are read.');
    } else if (source.value === undefined) this.unreadable(role, dialog, source);
    else if (source.value === null) {
      this.report.addFile('DLG010', source.path, 'There is nothing in this file but comments.');
      this.unreadable(role, dialog, source);
    } else if (dialog !== undefined && !OWN_FILES.includes(dialog)) this.dialog(dialog, source);
    else if (role === 'dialogs/variables.yaml') this.variablesFile(source);
    else if (role === 'dialogs/judgement.yaml') this.judgementFile(source);
    else if (role === 'dialogs/interruptions.yaml') this.interruptionsFile(source);
    else if (role === 'dialogs/words.yaml') this.wordsFile(source);
    else if (role === 'dialogs/wording.yaml') this.wordingFile(source);
    else if (role.startsWith('dialogs/strings/')) this.stringsFile(source);
    else if (role.startsWith('resources/options/')) this.optionFile(source);
    else if (role === 'resources/sources.yaml') this.sourcesFile(source);
  }

  /** The file exists, and what it holds is not known. */
  private unreadable(role: string, dialog: string | undefined, source: Source): void {
    const required = REQUIRED.find(({ path }) => path === role);
    if (required) this.incomplete.add(required.kind);
    else if (role.startsWith('resources/options/')) this.incomplete.add('options');
    else if (role.startsWith('dialogs/strings/')) this.incomplete.add('strings');
    else if (dialog !== undefined && !this.dialogs.has(dialog)) {
      this.dialogs.set(dialog, opaqueDialog(dialog, source));
    }
  }

  private dialog(name: string, source: Source): void {
    const dialog = gatherDialog(name, source, this.report);
    const other = this.dialogs.get(dialog.id);
    if (other) {
      this.report.add(
        'DLG009',
        spot(source, ['dialog']),
        `The dialog \`${dialog.id}\` is also in ${other.source.path}.`,
      );
      return;
    }
    this.dialogs.set(dialog.id, dialog);
  }

  private variablesFile(source: Source): void {
    const at = spot(source, ['variables']);
    this.variablesAt = at;
    const { data, partial } = shape(looseVariables, source.value, spot(source), this.report);
    if (partial) this.incomplete.add('variables');
    for (const [name, value] of Object.entries(data?.variables ?? {})) {
      this.variables.set(name, shape(variableType, value, into(at, name), this.report).data);
    }
  }

  private judgementFile(source: Source): void {
    const { data, partial } = shape(looseRules, source.value, spot(source), this.report);
    if (partial) this.incomplete.add('rules');
    for (const [name, value] of Object.entries(data?.rules ?? {})) {
      const at = spot(source, ['rules', name]);
      const set = shape(looseRuleSet, value, at, this.report).data;
      const rules = (set?.rules ?? []).flatMap((each, index) => {
        const where = into(at, 'rules', index);
        const shaped = shape(rule as z.ZodType<RuleSource>, each, where, this.report).data;
        return shaped ? [{ source: shaped, at: where }] : [];
      });
      this.ruleSets.set(name, {
        id: name,
        at,
        audience: set?.audience ?? 'both',
        limit: set?.limit ?? 1,
        rules,
      });
    }
  }

  private interruptionsFile(source: Source): void {
    const { data } = shape(looseInterruptions, source.value, spot(source), this.report);
    if (!data) {
      this.incomplete.add('interruptions');
      return;
    }
    const each = interruptionsSchema.shape.interruptions.element;
    const rules = data.interruptions.flatMap((value, index) => {
      const at = spot(source, ['interruptions', index]);
      const shaped = shape(each, value, at, this.report);
      if (shaped.partial) this.incomplete.add('interruptions');
      return shaped.data ? [{ source: shaped.data, at }] : [];
    });
    this.interruptions = { source: data, rules, at: spot(source) };
  }

  private wordsFile(source: Source): void {
    this.wordsAt = spot(source, ['words']);
    const { data, partial } = shape(looseWords, source.value, spot(source), this.report);
    if (partial) this.incomplete.add('words');
    for (const [name, value] of Object.entries(data?.words ?? {})) {
      const at = spot(source, ['words', name]);
      const text = shape(wordsSchema.shape.words.valueType, value, at, this.report).data;
      if (text === null) this.incomplete.add('words');
      else this.words.set(name, { source: text, at });
    }
  }

  private wordingFile(source: Source): void {
    this.wording = shape(wordingSchema, source.value, spot(source), this.report).data;
  }

  private stringsFile(source: Source): void {
    const { data, partial } = shape(looseStrings, source.value, spot(source), this.report);
    if (partial) this.incomplete.add('strings');
    if (!data) return;
    const entry = stringsSchema.shape.strings.valueType;
    const all = new Map<string, TranslationMaterial>();
    for (const [key, value] of Object.entries(data.strings)) {
      const at = spot(source, ['strings', key]);
      const shaped = shape(entry, value, at, this.report).data;
      if (shaped) all.set(key, { key, ...shaped, at });
      else this.incomplete.add('strings');
    }
    this.translations.set(data.language, { all, at: spot(source) });
  }

  private optionFile(source: Source): void {
    const { data } = shape(optionSchema, source.value, spot(source), this.report);
    if (!data) {
      this.incomplete.add('options');
      return;
    }
    const name = /([^/]+)\.yaml$/.exec(source.role)?.[1];
    const at = spot(source, ['option']);
    if (name !== data.option) {
      this.report.add('DLG008', at, `The option is \`${data.option}\`, and the file is called ${name}.yaml.`);
    }
    const other = this.options.get(data.option);
    if (other)
      this.report.add('DLG009', at, `The option \`${data.option}\` is also in ${other.at.source.path}.`);
    else this.options.set(data.option, { source: data, at: spot(source) });
  }

  private sourcesFile(source: Source): void {
    const { data, partial } = shape(looseSources, source.value, spot(source), this.report);
    if (partial) this.incomplete.add('sources');
    const each = sourcesSchema.shape.sources.element;
    for (const [index, value] of (data?.sources ?? []).entries()) {
      const at = spot(source, ['sources', index]);
      const shaped = shape(each, value, at, this.report).data;
      if (!shaped) this.incomplete.add('sources');
      else if (this.sources.has(shaped.source)) {
        this.report.add('DLG009', into(at, 'source'), `The source \`${shaped.source}\` is there twice.`);
      } else this.sources.set(shaped.source, { source: shaped, at });
    }
  }
}
