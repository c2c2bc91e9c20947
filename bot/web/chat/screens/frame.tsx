import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat } from '../chat.ts';

export interface ScreenProps {
  chat: Chat;
  close: () => void;
}

interface FrameProps extends ScreenProps {
  title: string;
  children: ComponentChildren;
}

/** A screen's heading, which takes the focus when it opens, and the way back. */
export function Frame({ chat, close, title, children }: FrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section class="screen" aria-labelledby="screen-title">
      <div class="screen-top">
        <h2 id="screen-title" tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <button type="button" class="button small" onClick={close}>
          {chat.words.backToChat}
        </button>
      </div>
      {children}
    </section>
  );
}
