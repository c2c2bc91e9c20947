import type { Report } from './report.ts';
import type { VariableType } from './schema/dialog.ts';
import type { Range, Spot } from './spot.ts';

/** Built-in variables that a dialog may ask for or set: settings of the conversation. The others are facts. */
export const SETTABLE_BUILT_INS: ReadonlySet<string> = new Set(['language', 'country', 'consented']);

/** A variable as an author may name it. `type` is null when its declaration could not be read: then nothing is checked. */
export interface Known {
  /** In full: `find-support.choice`. */
  name: string;
  type: VariableType | null;
  builtIn: boolean;
  sensitive: boolean;
}

/** Who reads and who sets each variable, to find the ones that are never set. */
export class Uses {
  readonly set = new Set<string>();
  readonly read = new Map<string, Spot>();

  sets(name: string): void {
    this.set.add(name);
  }
  reads(name: string, at: Spot): void {
    if (!this.read.has(name)) this.read.set(name, at);
  }
}

/** The variables that can be seen from one place: a dialog's own first, then the shared and built-in ones. */
export class Scope {
  private readonly all: ReadonlyMap<string, Known>;
  private readonly dialog: string | null;
  private readonly complete: boolean;
  private readonly report: Report;
  readonly uses: Uses;

  constructor(
    all: ReadonlyMap<string, Known>,
    dialog: string | null,
    options: { complete: boolean; report: Report; uses: Uses },
  ) {
    this.all = all;
    this.dialog = dialog;
    this.complete = options.complete;
    this.report = options.report;
    this.uses = options.uses;
  }

  find(name: string): Known | undefined {
    const own = this.dialog === null ? undefined : this.all.get(`${this.dialog}.${name}`);
    return own ?? (name.includes('.') ? undefined : this.all.get(name));
  }

  /** The variable an author named, or undefined; then the problem has been told. */
  read(name: string, at: Spot): Known | undefined {
    const known = this.find(name);
    if (known) this.uses.reads(known.name, at);
    else this.unknown(name, at, 'DLG201');
    return known;
  }

  /** The same, for a variable that gets a value here. */
  write(name: string, at: Spot): Known | undefined {
    const known = this.find(name);
    if (!known) {
      this.unknown(name, at, 'DLG201');
      return undefined;
    }
    if (known.builtIn && !SETTABLE_BUILT_INS.has(name)) {
      this.report.add('DLG204', at, `\`${name}\` is what the engine knows; a dialog cannot change it.`);
    }
    this.uses.sets(known.name);
    return known;
  }

  /** A full name as the author of this place would write it. */
  shortName(name: string): string {
    return this.dialog !== null && name.startsWith(`${this.dialog}.`)
      ? name.slice(this.dialog.length + 1)
      : name;
  }

  /** The same, for a place inside a text, which stands at `range`. */
  readInText(name: string, at: Spot, range: Range): Known | undefined {
    const known = this.find(name);
    if (known) this.uses.reads(known.name, at);
    else this.unknown(name, at, 'DLG211', range);
    return known;
  }

  private unknown(name: string, at: Spot, code: 'DLG201' | 'DLG211', range?: Range): void {
    if (!this.complete) return;
    const owner = this.ownerOf(name);
    this.report.add(code, at, `There is no variable \`${name}\` here.`, {
      instead: { of: name, known: this.names() },
      ...(range ? { range } : {}),
      ...(owner
        ? {
            remedy: `\`${owner}\` has one of its own. To share it, declare it in \`dialogs/variables.yaml\` instead.`,
          }
        : {}),
    });
  }

  private names(): string[] {
    const prefix = `${this.dialog ?? ''}.`;
    return [...this.all.keys()].flatMap((name) =>
      name.startsWith(prefix) ? [name.slice(prefix.length)] : name.includes('.') ? [] : [name],
    );
  }

  private ownerOf(name: string): string | undefined {
    const wanted = name.includes('.') ? name : `.${name}`;
    const found = [...this.all.keys()].find((full) => full === wanted || full.endsWith(wanted));
    return found?.split('.')[0];
  }
}
