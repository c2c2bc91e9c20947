import type { ComponentChildren } from 'preact';
import type { Words } from '../words/words.ts';

interface WebLinkProps {
  href: string;
  words: Words;
  class?: string;
  children: ComponentChildren;
}

/** A link that leaves the chat open, and tells the other side nothing about where it was pressed. */
export function WebLink({ href, words, class: look, children }: WebLinkProps) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" {...(look ? { class: look } : {})}>
      {children}
      <span class="unseen"> {words.newWindow}</span>
    </a>
  );
}
