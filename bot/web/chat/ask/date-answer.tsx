import { useRef, useState } from 'preact/hooks';
import type { Language } from '../../../domain/locale.ts';
import type { AnswerProps } from './answer-props.ts';

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

/** "November 20, 2026", "20 de noviembre de 2026". What is no ISO date (an old browser's plain field) goes as it is. */
export function dateInWords(value: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (match === null) return value;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  const locale = language === 'es' ? 'es' : 'en-US';
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date);
}
