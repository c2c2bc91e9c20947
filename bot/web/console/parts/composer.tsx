/** @jsxImportSource react */
import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { CaseView } from '../../../domain/console.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { FindService } from './find-service.tsx';
import { Replies } from './replies.tsx';

/** Milliseconds between two signs of writing. */
const TYPES_EVERY = 3_000;

/** Room for a message, with sentences to begin with and services to send beside it. */
export function Composer({ store, view }: { store: ConsoleStore; view: CaseView }) {
  const { words } = store;
  const [text, setDraft] = useState(() => store.drafts.of(view.id));
  const setText = (next: string) => {
    store.drafts.write(view.id, next);
    setDraft(next);
  };
  const typed = useRef(0);
  const send = () => {
    const trimmed = text.trim();
    if (trimmed === '') return;
    store.outbox.say(view.id, trimmed);
    setText('');
  };
  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field label={words.messageLabel} hint={words.sendHint}>
        <Textarea
          id="message"
          value={text}
          resize="vertical"
          rows={3}
          maxLength={5000}
          onChange={(_, data) => {
            setText(data.value);
            if (Date.now() - typed.current > TYPES_EVERY) {
              typed.current = Date.now();
              store.typing(view.id);
            }
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            send();
          }}
        />
      </Field>
      <div className="row wrap">
        <Button appearance="primary" type="submit">
          {words.send}
        </Button>
        <Replies
          store={store}
          view={view}
          choose={(reply) => {
            setText(text.trim() === '' ? reply : `${text.trimEnd()} ${reply}`);
            document.getElementById('message')?.focus();
          }}
        />
        <FindService store={store} view={view} />
      </div>
    </form>
  );
}
