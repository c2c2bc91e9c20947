import { people, urgent } from '../../line-groups.ts';
import type { Chat } from '../chat.ts';
import { Heading } from './heading.tsx';
import { LineList } from './line-list.tsx';

interface NumbersProps {
  chat: Chat;
  first: 'urgent' | 'people';
  /** Of the headings. */
  level: 2 | 3;
}

/** All numbers that came with the page: there before the chat is connected, and without it. */
export function Numbers({ chat, first, level }: NumbersProps) {
  const { lines } = chat;
  const groups =
    first === 'urgent' ? [...urgent(lines), ...people(lines)] : [...people(lines), ...urgent(lines)];
  return (
    <>
      {groups.map((group) => (
        <section key={group.purpose}>
          <Heading level={level} class="purpose">
            {chat.words.purposes[group.purpose]}
          </Heading>
          <LineList words={chat.words} items={group.items} live={false} />
        </section>
      ))}
    </>
  );
}
