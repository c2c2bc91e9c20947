/** @jsxImportSource react */
import { Badge, Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { CaseView, DirectoryHit } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { Opener } from './opener.tsx';
import { Window } from './window.tsx';

/** The directory, and "send this": the person gets the service as the card that the bot would show. */
export function FindService({ store, view }: { store: ConsoleStore; view: CaseView }) {
  const { words } = store;
  const area = view.summary.find(({ id }) => id.slice(id.indexOf('.') + 1) === 'area')?.text ?? '';
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(area);
  const [hits, setHits] = useState<DirectoryHit[] | null>(null);
  const [problem, setProblem] = useState('');
  const go = (event: FormEvent) => {
    event.preventDefault();
    setProblem('');
    store.api
      .post<{ hits: DirectoryHit[] }>('directory', { words: query, place, language: view.language })
      .then(
        (answer) => setHits(answer.hits),
        (error: unknown) => {
          setHits(null);
          setProblem(store.wordsFor(error));
        },
      );
  };
  return (
    <>
      <Opener id="find-service" onClick={() => setOpen(true)}>
        {words.findService}
      </Opener>
      <Window
        title={words.findServiceTitle}
        closeLabel={words.dismiss}
        open={open}
        close={() => setOpen(false)}
      >
        <form className="fields" onSubmit={go}>
          <Field label={words.search}>
            <Input value={query} onChange={(_, data) => setQuery(data.value)} />
          </Field>
          <Field label={words.place}>
            <Input value={place} onChange={(_, data) => setPlace(data.value)} />
          </Field>
          <Button type="submit" appearance="primary">
            {words.search}
          </Button>
        </form>
        <p className="error" role="alert">
          {problem}
        </p>
        <div role="status">{hits?.length === 0 && <p className="empty">{words.noHits}</p>}</div>
        <ul className="plain-list">
          {hits?.map(({ resource, freshness }) => (
            <li key={resource.id} className="hit">
              <strong>{resource.name}</strong>
              <span className="small">{resource.organisation}</span>
              <span>{resource.whatToExpect}</span>
              <span className="small">{resource.contacts.map((contact) => contact.label).join(' · ')}</span>
              {freshness === 'due' && <Badge color="warning">{resource.checked}</Badge>}
              <Button
                size="small"
                disabled={view.owner === null}
                onClick={() => {
                  store.outbox.say(view.id, resource.name, resource.id);
                  setOpen(false);
                }}
              >
                {words.sendService}
                <span className="unseen">: {resource.name}</span>
              </Button>
            </li>
          ))}
        </ul>
      </Window>
    </>
  );
}
