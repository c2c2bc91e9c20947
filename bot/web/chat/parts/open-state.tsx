import type { Words } from '../words/words.ts';

interface OpenStateProps {
  words: Words;
  hours?: string | undefined;
  /** null: not known. */
  open: boolean | null;
  /** When it opens next, in words. */
  opens?: string | undefined;
}

/** Whether someone answers now, as far as we know, and the hours. */
export function OpenState({ words, hours, open, opens }: OpenStateProps) {
  const state = open === null ? undefined : open ? words.openNow : words.closedNow;
  const pieces = [open === false ? opens : undefined, hours].filter(Boolean).join(' · ');
  if (state === undefined && pieces === '') return null;
  return (
    <p class="hours">
      {state && <strong class={open ? 'open' : 'closed'}>{state}</strong>}
      {state && pieces && ' · '}
      {pieces}
    </p>
  );
}
