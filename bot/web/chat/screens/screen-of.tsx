import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Chat, Screen } from '../chat.ts';
import { About } from './about.tsx';
import { Code } from './code.tsx';
import { Menu } from './menu.tsx';
import { Plan } from './plan.tsx';
import { Urgent } from './urgent.tsx';

export interface ScreenProps {
  chat: Chat;
  close(): void;
}

/** What was opened over the chat. */
export function ScreenOf({ screen, ...props }: ScreenProps & { screen: Screen }) {
  switch (screen) {
    case 'urgent':
      return <Urgent {...props} first="urgent" />;
    case 'people':
      return <Urgent {...props} first="people" />;
    case 'plan':
      return <Plan {...props} />;
    case 'menu':
      return <Menu {...props} />;
    case 'about':
      return <About {...props} />;
    case 'code':
      return <Code {...props} />;
    default:
      return screen satisfies never;
  }
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
