/** @jsxImportSource react */
import { Button, Field, Textarea } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { CaseView } from '../../../domain/console.ts';
import { timeIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { Audit } from './audit.tsx';

/** Notes of staff for staff, what happened when, and the transcript to take along. */
export function Notes({ store, view }: { store: ConsoleStore; view: CaseView }) {
  const { words, me, language } = store;
  const [text, setText] = useState('');
  const when = (at: string) => timeIn(at, me?.helpline.zone, language);
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '')
      void store.act(view.id, 'notes', { text: text.trim() }).then((done) => done && setText(''));
  };
  return (
    <details className="notes">
      <summary>
        {words.notes} {view.notes.length > 0 && <span className="count">{view.notes.length}</span>}
      </summary>
      <ul className="plain-list">
        {view.notes.map((note) => (
          <li key={note.at}>
            <span className="small">
              {note.by}, {when(note.at)}
            </span>
            <p className="words">{note.text}</p>
          </li>
        ))}
      </ul>
      <form onSubmit={go}>
        <Field label={words.addNote} hint={words.noteHint}>
          <Textarea value={text} onChange={(_, data) => setText(data.value)} maxLength={2000} />
        </Field>
        <Button type="submit">{words.addNote}</Button>
      </form>
      <Audit store={store} lines={view.audit} />
      <a href={`/console/api/cases/${view.id}/transcript`} download>
        {words.transcript}
      </a>
    </details>
  );
}
