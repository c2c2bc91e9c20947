/** @jsxImportSource react */
import { Checkbox, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { HelplineWords } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';

const ASKED = ['who_reads', 'what_is_kept', 'must_tell_others'] as const;

interface OwnWordsProps {
  store: ConsoleStore;
  value: HelplineWords;
  change: (value: HelplineWords) => void;
  /** Someone of the helpline has confirmed these words before. */
  theirs: boolean;
}

/**
 * What people read before anything is passed on. It is said in the helpline's name, so our draft stands there only until
 * someone has read it, changed it where it is not true, and confirmed it: the form cannot be sent before.
 */
export function OwnWords({ store, value, change, theirs }: OwnWordsProps) {
  const { words } = store;
  const [confirmed, setConfirmed] = useState(theirs);
  const set = (what: (typeof ASKED)[number], language: 'en' | 'es', text: string) => {
    // Whoever changes a sentence reads it all once more.
    setConfirmed(false);
    change({ ...value, [what]: { ...value[what], [language]: text } });
  };
  return (
    <fieldset className="fields">
      <legend>{words.ownWords}</legend>
      <p className="small">{words.ownWordsHint}</p>
      {!theirs && <p className="small">{words.ownWordsDraft}</p>}
      {ASKED.flatMap((what) =>
        (['en', 'es'] as const).map((language) => (
          <Field label={words.ownWordsOf(what, language)} required={language === 'en'} key={what + language}>
            <Textarea
              value={value[what][language] ?? ''}
              lang={language}
              maxLength={1200}
              resize="vertical"
              onChange={(_, data) => set(what, language, data.value)}
            />
          </Field>
        )),
      )}
      <Checkbox
        label={words.ownWordsConfirmed}
        required
        checked={confirmed}
        onChange={(_, data) => setConfirmed(data.checked === true)}
      />
    </fieldset>
  );
}
