import type { HelplineSettings, HelplineWords } from '../domain/console.ts';
import { helplineSchema, type OwnHelpline } from '../directory/helpline-schema.ts';
import { dialled } from '../directory/phone.ts';
import type { Records } from './records.ts';

/** What the first run set up, as stored. Those of earlier versions may have no words of their own. */
export interface StoredHelpline {
  id: 'own';
  helpline: Omit<OwnHelpline, 'people_read'> & Partial<Pick<OwnHelpline, 'people_read'>>;
}

/** The helpline as the console set it up; before that, what `resources/helplines/own.yaml` says, or none. */
export class HelplineBook {
  readonly #records: Records<StoredHelpline>;
  readonly #written: () => OwnHelpline | null;
  readonly #draft: () => HelplineWords;
  /** One object for each that is stored: what is computed from a helpline is kept by it. */
  readonly #filled = new WeakMap<StoredHelpline['helpline'], OwnHelpline>();

  constructor(
    records: Records<StoredHelpline>,
    written: () => OwnHelpline | null,
    draft: () => HelplineWords,
  ) {
    this.#records = records;
    this.#written = written;
    this.#draft = draft;
  }

  get own(): OwnHelpline | null {
    const stored = this.#records.get('own')?.helpline;
    if (stored === undefined) return this.#written();
    const known = this.#filled.get(stored);
    if (known !== undefined) return known;
    const filled = { ...stored, people_read: stored.people_read ?? this.#draft() };
    this.#filled.set(stored, filled);
    return filled;
  }

  /** What people are told in the helpline's name is our draft: nobody there has confirmed it. */
  get saysDraft(): boolean {
    const stored = this.#records.get('own')?.helpline;
    return stored !== undefined && stored.people_read === undefined;
  }

  /** What a helpline may begin its own words with. */
  get draft(): HelplineWords {
    return this.#draft();
  }

  /** Takes new settings over what was there; what the console does not ask for (holidays, hours of chat, the number that shows) stays. */
  async set(settings: HelplineSettings): Promise<OwnHelpline | { problem: string }> {
    const before = this.own;
    const said = this.saysDraft ? undefined : before?.people_read;
    if (settings.says === undefined && said === undefined) {
      return { problem: 'What people read before anything is passed on has to be confirmed.' };
    }
    const read = helplineSchema.safeParse({
      ...before,
      name: settings.name,
      country: settings.country,
      zone: settings.zone,
      phone: settings.phone,
      hours: settings.hours,
      channels: { ...before?.channels, ...settings.channels },
      on_duty: settings.onDuty,
      people_read: { ...said, ...(settings.says && tidy(settings.says)) },
    });
    if (!read.success) return { problem: problemOf(read.error.issues[0]) };
    const { phone, country } = read.data;
    if (phone !== null && dialled(phone, country) === null) {
      return { problem: `“${phone}” is not a phone number of ${country}.` };
    }
    await this.#records.update('own', () => ({ id: 'own', helpline: read.data }));
    return read.data;
  }
}

/** A language that was left empty is left out: people then read the English. */
function tidy(says: HelplineWords): HelplineWords {
  const one = ({ en, es }: HelplineWords['who_reads']) => (es ? { en, es } : { en });
  return {
    who_reads: one(says.who_reads),
    what_is_kept: one(says.what_is_kept),
    must_tell_others: one(says.must_tell_others),
  };
}

/** As the console shows it. `says` is left out while it is our draft. */
export function settingsOf(own: OwnHelpline, saysDraft = false): HelplineSettings {
  const { who_reads, what_is_kept, must_tell_others } = own.people_read;
  return {
    name: own.name,
    country: own.country,
    zone: own.zone,
    phone: own.phone,
    hours: own.hours.map((span) => ({ ...span, days: [...span.days] })),
    channels: { chat: own.channels.chat, callback: own.channels.callback },
    onDuty: own.on_duty,
    ...(saysDraft ? {} : { says: { who_reads, what_is_kept, must_tell_others } }),
  };
}

function problemOf(issue: { path: PropertyKey[]; message: string } | undefined): string {
  return issue === undefined
    ? 'Something is missing.'
    : `${issue.path.map(String).join(' › ')}: ${issue.message}`;
}
