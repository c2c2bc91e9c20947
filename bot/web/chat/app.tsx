import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { Chat } from './chat.ts';
import { Conversation } from './conversation/conversation.tsx';
import { Header } from './frame/header.tsx';
import { Return } from './frame/return.tsx';
import { Spoken } from './frame/spoken.tsx';
import { Ways } from './frame/ways.tsx';
import { ScreenOf } from './screens/screen-of.tsx';

/** The whole page: what never goes away on top, the chat below, and over the chat whatever was opened. */
export function App({ chat }: { chat: Chat }) {
  useChanges(chat);
  useLanguage(chat);
  const { screen, stage } = chat;
  const area = useOpener(chat);
  useTurnAfterReturn(chat, area);
  return (
    <>
      <Header chat={chat} />
      <Ways chat={chat} />
      <Spoken chat={chat} />
      <main class="page" id="page">
        {screen !== null && (
          <ScreenOf chat={chat} screen={screen} key={screen} close={() => chat.show(null)} />
        )}
        <div class="chat" hidden={screen !== null} ref={area}>
          {stage === 'returning' ? <Return chat={chat} /> : <Conversation chat={chat} />}
        </div>
      </main>
    </>
  );
}

function useChanges(chat: Chat): void {
  const [, draw] = useReducer((count: number, _why: 'changed') => count + 1, 0);
  useLayoutEffect(() => chat.subscribe(() => draw('changed')), [chat]);
}

function useLanguage(chat: Chat): void {
  const { language, words } = chat;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = words.pageTitle;
  }, [language, words]);
}

/** Remembers where the reader was when a screen opened, and puts the focus and the scrolling back when it closes. */
function useOpener(chat: Chat) {
  const { screen } = chat;
  const area = useRef<HTMLDivElement>(null);
  const before = useRef<{ focus: Element | null; scroll: number } | null>(null);
  useLayoutEffect(() => {
    if (screen !== null) {
      window.scrollTo(0, 0);
      return;
    }
    const was = before.current;
    before.current = null;
    if (was === null) return;
    window.scrollTo(0, was.scroll);
    const back = was.focus instanceof HTMLElement && was.focus.isConnected ? was.focus : null;
    const turn = area.current?.querySelector<HTMLElement>('.turn');
    if (document.activeElement === document.body || document.activeElement === null) {
      (back ?? turn)?.focus({ preventScroll: true });
    }
  }, [screen]);
  // Read while drawing, before the screen covers the chat and takes the focus.
  if (screen !== null && before.current === null) {
    before.current = { focus: document.activeElement, scroll: window.pageYOffset };
  }
  return area;
}

/** Whoever decided to go on, or to start fresh, is at the open question next and not at the top of the page. */
function useTurnAfterReturn({ stage }: Chat, area: RefObject<HTMLElement | null>): void {
  const before = useRef(stage);
  useLayoutEffect(() => {
    if (before.current === 'returning' && stage === 'chatting') {
      area.current?.querySelector<HTMLElement>('.turn')?.focus({ preventScroll: true });
    }
    before.current = stage;
  }, [stage, area]);
}
