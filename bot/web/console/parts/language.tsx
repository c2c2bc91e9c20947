/** @jsxImportSource react */
import { Select } from '@fluentui/react-components';
import type { ConsoleStore } from '../state/console-store.ts';

/** The language of the console, for this browser. */
export function Language({ store }: { store: ConsoleStore }) {
  const { words } = store;
  return (
    <label>
      {words.language}{' '}
      <Select
        value={store.language}
        onChange={(_, { value }) => store.setLanguage(value === 'es' ? 'es' : 'en')}
      >
        <option value="en">{words.languages.en}</option>
        <option value="es">{words.languages.es}</option>
      </Select>
    </label>
  );
}
