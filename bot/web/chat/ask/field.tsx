import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../words/words.ts';

interface FieldProps {
  label: string;
  /** The element that holds the question, when there is one. */
  question?: string | undefined;
  hint?: string | undefined;
  words: Words;
  /** One line, or room for more that grows with what is written. */
  lines: number;
  numeric?: boolean;
  /** How many letters at most. */
  max: number;
  focusAtOnce: boolean;
  /** What was written here before, and not sent. */
  begun: string;
  /** Called while something is being written, with all of it. */
  writes: (text: string) => void;
  send: (text: string) => void;
}

/** A field to write in and the button that sends it. Errors are said beside the field, and the focus stays in it. */
export function Field({
  label,
  question,
  hint,
  words,
  lines,
  numeric,
  max,
  focusAtOnce,
  begun,
  writes,
  send,
}: FieldProps) {
  const [error, setError] = useState('');
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (focusAtOnce) field.current?.focus();
  }, [focusAtOnce]);
  useLayoutEffect(() => {
    if (begun === '' || field.current === null) return;
    field.current.value = begun;
    grow(field.current);
    // Only what was there before the field: afterwards it holds its own words.
  }, []);

  const complain = (text: string) => {
    setError(text);
    field.current?.focus();
  };
  const go = () => {
    const element = field.current;
    if (element === null) return;
    const text = element.value.trim();
    if (text === '') return complain(words.writeSomething);
    if (text.length > max) return complain(words.tooLong(max));
    setError('');
    element.value = '';
    grow(element);
    send(text);
  };
  const common = {
    id: 'field',
    class: 'field',
    ref: field,
    autocomplete: 'off',
    'aria-describedby': [question, hint ? 'field-hint' : undefined, 'field-error'].filter(Boolean).join(' '),
    'aria-invalid': error !== '',
    onInput: () => {
      setError('');
      if (field.current === null) return;
      writes(field.current.value);
      grow(field.current);
    },
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
      <label class="write-label" for="field">
        {label}
      </label>
      {hint && (
        <p class="hint" id="field-hint">
          {hint}
        </p>
      )}
      <p class="error" id="field-error" role="alert">
        {error}
      </p>
      <div class="write-row">
        {lines > 1 ? (
          <textarea
            {...common}
            rows={lines}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.shiftKey || event.isComposing || byTouch()) return;
              event.preventDefault();
              go();
            }}
          />
        ) : (
          <input {...common} type="text" {...(numeric ? { inputMode: 'numeric' as const } : {})} />
        )}
        <button type="submit" class="button primary send">
          {words.send}
        </button>
      </div>
    </form>
  );
}

/** On a phone, Enter begins a new line and the button sends. */
export function byTouch(): boolean {
  return window.matchMedia('(pointer: coarse)').matches;
}

function grow(element: HTMLElement): void {
  if (element.tagName !== 'TEXTAREA') return;
  element.style.height = 'auto';
  element.style.height = `${Math.min(element.scrollHeight + 2, 240)}px`;
}
