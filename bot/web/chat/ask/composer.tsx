import { useState } from 'preact/hooks';
import type { Chat } from '../chat.ts';
import { Consent } from './consent.tsx';
import { byTouch, Field } from './field.tsx';

/** Room for words of one's own, at any time. Before the first ones, a short notice; nothing else waits for it. */
export function Composer({ chat, sent }: { chat: Chat; sent: () => void }) {
  const { words, state } = chat;
  const [asked, setAsked] = useState(false);
  const [fresh, setFresh] = useState(false);
  const withPerson = state.mode === 'with-person' || state.mode === 'waiting';
  const label = withPerson
    ? words.writeToPerson
    : state.ask && state.ask.choices.length > 0
      ? words.ownWords
      : words.ownWordsPlain;
  if (!chat.consented && !asked) {
    return (
      <div class="composer">
        <button type="button" class="button opener" onClick={() => setAsked(true)}>
          {label}
        </button>
        {isNew(chat) && (
          <button type="button" class="button link" onClick={() => chat.show('code')}>
            {words.haveCode}
          </button>
        )}
      </div>
    );
  }
  if (!chat.consented) {
    return (
      <div class="composer">
        <Consent
          chat={chat}
          agreed={() => {
            setFresh(true);
            chat.consent();
          }}
          declined={() => {
            setAsked(false);
            sent();
          }}
        />
      </div>
    );
  }
  return (
    <div class="composer">
      <Field
        label={label}
        words={words}
        lines={2}
        max={2000}
        focusAtOnce={fresh}
        begun={chat.unfinished}
        writes={(text) => chat.writes(text)}
        send={(text) => {
          chat.say(text);
          // On a phone this puts the keyboard away, so that the answers are in view.
          if (byTouch()) sent();
        }}
      />
    </div>
  );
}

function isNew(chat: Chat): boolean {
  const { earlier, lines } = chat.state;
  return earlier.length === 0 && !lines.some((line) => line.from === 'person');
}
