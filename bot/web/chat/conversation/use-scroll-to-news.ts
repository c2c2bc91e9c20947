import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Brings what is new into view: as much of it as fits, and never past its beginning, so that nobody has to scroll up to
 * start reading. A replay is shown from its end.
 */
export function useScrollToNews(lines: number, earlier: number, area: RefObject<HTMLElement | null>): void {
  const shown = useRef({ lines: 0, earlier: 0 });
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = { lines, earlier };
    const root = area.current;
    if (root === null || root.offsetParent === null) return;
    if (earlier > before.earlier) {
      window.scrollTo(0, document.documentElement.scrollHeight);
      return;
    }
    // The first words stand at the top already.
    if (lines <= before.lines || before.lines + before.earlier === 0) return;
    const news = root.querySelectorAll<HTMLElement>('[role=log] > .line')[before.lines];
    if (news === undefined) return;
    const top = pinnedHeight() + 8;
    const beginning = news.getBoundingClientRect().top - top;
    const rest = root.getBoundingClientRect().bottom + 16 - window.innerHeight;
    const distance = Math.min(beginning, rest);
    if (distance > 0) window.scrollBy(0, distance);
  }, [lines, earlier, area]);
}

/** What will stay in view on top; nothing on low screens, where the bar scrolls away with the rest. */
function pinnedHeight(): number {
  const pinned = document.querySelector('.pinned');
  if (pinned === null || !getComputedStyle(pinned).position.includes('sticky')) return 0;
  return pinned.getBoundingClientRect().height;
}
