import { useRef, useState } from 'preact/hooks';
import type { CodeRefused } from '../connection/resume-code.ts';
import { Frame, type ScreenProps } from './frame.tsx';

/** Brings back a chat by the code that was written down for it. */
export function Code({ chat, close }: ScreenProps) {
  const { words } = chat;
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const complain = (text: string) => {
    setError(text);
    field.current?.focus();
  };
  const go = async () => {
    const code = field.current?.value.trim() ?? '';
    if (code === '') return complain(words.codeEmpty);
    setBusy(true);
    const result = await chat.useCode(code);
    setBusy(false);
    if (result !== 'opened') complain(told(result));
  };
  const told = (result: CodeRefused): string => {
    if (result === 'unknown') return words.codeUnknown;
    return result === 'away' ? words.codeAway : words.codeTooMany;
  };
  return (
    <Frame chat={chat} close={close} title={words.codeTitle}>
      <form
        class="write"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void go();
        }}
      >
        <p id="code-hint">{words.codeIntro}</p>
        <label class="write-label" for="code">
          {words.codeLabel}
        </label>
        <p class="error" id="code-error" role="alert">
          {error}
        </p>
        <div class="write-row">
          <input
            id="code"
            class="field"
            type="text"
            maxLength={40}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            ref={field}
            aria-describedby="code-hint code-error"
            aria-invalid={error !== ''}
            onInput={() => setError('')}
          />
          <button type="submit" class="button primary send" aria-disabled={busy}>
            {words.codeGo}
          </button>
        </div>
      </form>
    </Frame>
  );
}
