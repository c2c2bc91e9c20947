import type { LineView } from '../../../domain/view.ts';
import type { Words } from '../words/words.ts';
import { Contacts } from './contacts.tsx';
import { OpenState } from './open-state.tsx';

interface LineListProps {
  words: Words;
  items: readonly LineView[];
  /** False where the page itself cannot know the hour's state, as in numbers that came with the page. */
  live?: boolean;
}

/** Phone lines: large, one press to call or text. */
export function LineList({ words, items, live = true }: LineListProps) {
  return (
    <ul class="lines">
      {items.map((item) => (
        <li class="line-card" key={item.id}>
          <p class="line-name">{item.name}</p>
          <p>{item.about}</p>
          <Contacts contacts={item.contacts} words={words} />
          <OpenState
            words={words}
            hours={item.hours}
            open={live ? item.open : null}
            opens={live ? item.opens : undefined}
          />
          {item.deaf && (
            <p class="small">
              {words.deaf}: {item.deaf}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
