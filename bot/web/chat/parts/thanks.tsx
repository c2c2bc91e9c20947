import { useLayoutEffect, useRef } from 'preact/hooks';

/** Stands where the button was that someone just pressed. The focus goes on to it, and so it is read out. */
export function Thanks({ text }: { text: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <p class="small" tabIndex={-1} ref={place}>
      {text}
    </p>
  );
}
