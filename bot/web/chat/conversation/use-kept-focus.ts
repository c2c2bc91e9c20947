import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * What has the focus may be drawn no more: a field when the next question has choices, the first answers after a return.
 * Then the focus waits on the group around it, and is not thrown back to the beginning of the page.
 */
export function useKeptFocus(group: RefObject<HTMLElement | null>): void {
  // Read while drawing, before anything is taken away.
  const inside = group.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (inside && isNowhere()) group.current?.focus({ preventScroll: true });
  });
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
