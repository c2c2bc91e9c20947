/** @jsxImportSource react */
import { Checkbox, Field, Input, Select, SpinButton } from '@fluentui/react-components';
import type { HelplineSettings } from '../../../domain/console.ts';
import { COUNTRIES, type Country } from '../../../domain/locale.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { HoursField } from './hours-field.tsx';
import { OwnWords } from './own-words.tsx';

/** A helpline as most begin: weekdays, in the zone of the one who sets it up. */
export function firstHelpline(): HelplineSettings {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  return {
    name: '',
    country: countryOf(zone),
    zone,
    phone: null,
    hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }],
    channels: { chat: true, callback: true },
    onDuty: { minimum: 1, supervisor: false },
  };
}

function countryOf(zone: string): Country {
  if (zone.startsWith('Australia/')) return 'AU';
  if (zone === 'Europe/London') return 'UK';
  if (zone.startsWith('Pacific/Auckland')) return 'NZ';
  return /^America\/(Toronto|Vancouver|Edmonton|Winnipeg|Halifax|St_Johns|Regina)$/.test(zone) ? 'CA' : 'US';
}

/** The country's name in the reader's language; what we call UK is GB to browsers. */
function nameOf(country: Country, language: string): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(country === 'UK' ? 'GB' : country) ?? country;
}

interface HelplineFormProps {
  store: ConsoleStore;
  value: HelplineSettings;
  change: (value: HelplineSettings) => void;
  /** Its words to people were confirmed before. */
  theirs: boolean;
}

/** Everything a helpline is asked for: the same at the first run and later. */
export function HelplineForm({ store, value, change, theirs }: HelplineFormProps) {
  const { words } = store;
  const set = (what: Partial<HelplineSettings>) => change({ ...value, ...what });
  return (
    <fieldset className="fields">
      <legend>{words.helplineTitle}</legend>
      <Field label={words.helplineName} required>
        <Input value={value.name} onChange={(_, data) => set({ name: data.value })} />
      </Field>
      <Field label={words.country}>
        <Select value={value.country} onChange={(_, data) => set({ country: data.value as Country })}>
          {COUNTRIES.map((country) => (
            <option value={country} key={country}>
              {nameOf(country, store.language)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.zone} hint={words.zoneHint} required>
        <Input list="zones" value={value.zone} onChange={(_, data) => set({ zone: data.value.trim() })} />
      </Field>
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option value={zone} key={zone} />
        ))}
      </datalist>
      <Field label={words.phone}>
        <Input
          value={value.phone ?? ''}
          type="tel"
          onChange={(_, data) => set({ phone: data.value || null })}
        />
      </Field>
      <HoursField store={store} value={value.hours} change={(hours) => set({ hours })} />
      <fieldset className="fields">
        <legend>{words.offers}</legend>
        <Checkbox
          label={words.offerChat}
          checked={value.channels.chat}
          onChange={(_, data) => set({ channels: { ...value.channels, chat: data.checked === true } })}
        />
        <Checkbox
          label={words.offerCallback}
          checked={value.channels.callback}
          onChange={(_, data) => set({ channels: { ...value.channels, callback: data.checked === true } })}
        />
        <Field label={words.minimum}>
          <SpinButton
            min={1}
            max={60}
            value={value.onDuty.minimum}
            onChange={(_, data) =>
              set({ onDuty: { ...value.onDuty, minimum: data.value ?? (Number(data.displayValue) || 1) } })
            }
          />
        </Field>
        <Checkbox
          label={words.needSupervisor}
          checked={value.onDuty.supervisor}
          onChange={(_, data) => set({ onDuty: { ...value.onDuty, supervisor: data.checked === true } })}
        />
      </fieldset>
      <OwnWords
        store={store}
        value={value.says ?? store.draftWords}
        change={(says) => set({ says })}
        theirs={theirs}
      />
    </fieldset>
  );
}
