import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat.ts';

/** What this is, what is kept, what it can't do: said once, before the first words of one's own. */
export function Consent({
  chat,
  agreed,
  declined,
}: {
  chat: Chat;
  agreed: () => void;
  declined?: () => void;
}) {
  const { words, settings } = chat;
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // Only when the person opened it: a question that brings it along must not take the focus.
    if (!declined) return;
    title.current?.focus({ preventScroll: true });
    title.current?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section class="consent" aria-labelledby="consent-title">
      <h2 id="consent-title" tabIndex={-1} ref={title}>
        {words.consentTitle}
      </h2>
      <p>{words.consentWhat}</p>
      <p>{words.consentKept(settings.retentionHours)}</p>
      <p>{words.consentCannot}</p>
      <div class="consent-does">
        <button type="button" class="button primary" onClick={agreed}>
          {words.consentOk}
        </button>
        {declined && (
          <button type="button" class="button quiet" onClick={declined}>
            {words.notNow}
          </button>
        )}
      </div>
    </section>
  );
}
