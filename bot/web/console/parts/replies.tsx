/** @jsxImportSource react */
import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { CannedReply, CaseView } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { Opener } from './opener.tsx';
import { Window } from './window.tsx';

/** Sentences to begin with, in the person's language, with names filled in. */
export function Replies({
  store,
  view,
  choose,
}: {
  store: ConsoleStore;
  view: CaseView;
  choose: (text: string) => void;
}) {
  const { words } = store;
  const [replies, setReplies] = useState<CannedReply[] | null>(null);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const fitting =
    replies?.filter((reply) => `${reply.title} ${reply.text}`.toLowerCase().includes(wanted)) ?? [];
  return (
    <>
      <Opener
        id="replies"
        onClick={() =>
          void store.api
            .get<{ replies: CannedReply[] }>(`replies?case=${view.id}`)
            .then((answer) => setReplies(answer.replies), store.failed)
        }
      >
        {words.replies}
      </Opener>
      <Window
        title={words.repliesTitle}
        closeLabel={words.cancel}
        open={replies !== null}
        close={() => setReplies(null)}
      >
        <p className="small">{words.repliesHint}</p>
        <Field label={words.search}>
          <Input value={search} onChange={(_, data) => setSearch(data.value)} />
        </Field>
        <ul className="plain-list">
          {fitting.map((reply) => (
            <li key={reply.id}>
              <button
                type="button"
                className="reply"
                onClick={() => {
                  setReplies(null);
                  setSearch('');
                  // The field takes the focus once the window has let go of it.
                  window.setTimeout(() => choose(reply.text));
                }}
              >
                <strong>{reply.title}</strong>
                <span>{reply.text}</span>
              </button>
            </li>
          ))}
        </ul>
      </Window>
    </>
  );
}
