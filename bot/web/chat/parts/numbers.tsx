import type { LinePurpose } from '../../../domain/reply.ts';
import type { LineGroup } from '../../page-settings.ts';
import type { Chat } from '../chat.ts';
import { Heading } from './heading.tsx';
import { LineList } from './line-list.tsx';

const URGENT: readonly LinePurpose[] = ['emergency', 'crisis', 'abuse', 'poisons'];

interface NumbersProps {
  chat: Chat;
  which: 'urgent' | 'people' | 'all';
  /** Of the headings. */
  level: 2 | 3;
}

/** The numbers that came with the page: there before the chat is connected, and without it. */
export function Numbers({ chat, which, level }: NumbersProps) {
  return (
    <>
      {groupsOf(chat.lines, which).map((group) => (
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

/** Groups of a kind, each line once: a line may serve two purposes. */
export function groupsOf(groups: readonly LineGroup[], which: NumbersProps['which']): LineGroup[] {
  const seen = new Set<string>();
  return groups
    .filter((group) => which === 'all' || URGENT.includes(group.purpose) === (which === 'urgent'))
    .map((group) => ({
      purpose: group.purpose,
      items: group.items.filter((item) => !seen.has(item.id) && seen.add(item.id)),
    }))
    .filter((group) => group.items.length > 0);
}
