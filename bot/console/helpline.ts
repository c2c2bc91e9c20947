import type { HelplineSettings } from '../domain/console.ts';
import { helplineSchema, type OwnHelpline } from '../directory/helpline-schema.ts';
import { dialled } from '../directory/phone.ts';
import type { Records } from './records.ts';

/** What the first run set up, as stored. */
export interface StoredHelpline {
  id: 'own';
  helpline: OwnHelpline;
}

/** The helpline as the console set it up; before that, what `resources/helplines/own.yaml` says, or none. */
export class HelplineBook {
  readonly #records: Records<StoredHelpline>;
  readonly #written: () => OwnHelpline | null;

  constructor(records: Records<StoredHelpline>, written: () => OwnHelpline | null) {
    this.#records = records;
    this.#written = written;
  }

  get own(): OwnHelpline | null {
    return this.#records.get('own')?.helpline ?? this.#written();
  }

  /** Takes new settings over what was there; what the console does not ask for (holidays, hours of chat, own words) stays. */
  async set(settings: HelplineSettings): Promise<OwnHelpline | { problem: string }> {
    const before = this.own;
    const read = helplineSchema.safeParse({
      ...before,
      name: settings.name,
      country: settings.country,
      zone: settings.zone,
      phone: settings.phone,
      hours: settings.hours,
      channels: { ...before?.channels, ...settings.channels },
      on_duty: settings.onDuty,
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

/** As the console shows it. */
export function settingsOf(own: OwnHelpline): HelplineSettings {
  return {
    name: own.name,
    country: own.country,
    zone: own.zone,
    phone: own.phone,
    hours: own.hours.map((span) => ({ ...span, days: [...span.days] })),
    channels: { chat: own.channels.chat, callback: own.channels.callback },
    onDuty: own.on_duty,
  };
}

function problemOf(issue: { path: PropertyKey[]; message: string } | undefined): string {
  return issue === undefined
    ? 'Something is missing.'
    : `${issue.path.map(String).join(' › ')}: ${issue.message}`;
}
