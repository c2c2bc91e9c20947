import { useRef, useState } from 'preact/hooks';
import type { AnswerProps } from './answer-props.ts';
import { dateInWords } from './date-in-words.ts';

/** A date, by the device's own means where there are any. It goes out in words, as a person reads it. */
export function DateAnswer({ chat, question, answered }: AnswerProps) {
  const { words } = chat;
  const [error, setError] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const go = () => {
    const value = field.current?.value.trim() ?? '';
    if (value === '') {
      setError(words.dateNeeded);
      field.current?.focus();
      return;
    }
    answered();
    chat.say(dateInWords(value, chat.language));
  };
  return (
    <form
      class="write"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label class="write-label" for="date">
        {words.yourAnswer}
      </label>
      <p class="error" id="date-error" role="alert">
        {error}
      </p>
      <div class="write-row">
        <input
          id="date"
          class="field"
          type="date"
          autocomplete="off"
          ref={field}
          aria-describedby={[question, 'date-error'].filter(Boolean).join(' ')}
          aria-invalid={error !== ''}
          onInput={() => setError('')}
        />
        <button type="submit" class="button primary send">
          {words.send}
        </button>
      </div>
    </form>
  );
}
