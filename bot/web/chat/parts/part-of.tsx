import type { PartView } from '../../../domain/view.ts';
import type { Chat } from '../chat.ts';
import { Because } from './because.tsx';
import { LineList } from './line-list.tsx';
import { OptionCard } from './option-card.tsx';
import { PlanList } from './plan-list.tsx';
import { ResourceCard } from './resource-card.tsx';

/** More services than this are shown folded: name, reasons and ways to reach them, the rest on request. */
const MOST_WHOLE = 3;

/** One piece of what the bot says. */
export function PartOf({ chat, part }: { chat: Chat; part: PartView }) {
  switch (part.kind) {
    case 'text':
      return <p class={part.tone ? `words ${part.tone}` : 'words'}>{part.text}</p>;
    case 'options':
      return (
        <>
          {part.items.map((item) => (
            <OptionCard chat={chat} item={item} key={item.id} />
          ))}
        </>
      );
    case 'option':
      return <OptionCard chat={chat} item={part.item} unfolded />;
    case 'reasons':
      return (
        <>
          {part.items.map((item) => (
            <div class="card" key={item.title}>
              <h2 class="card-title">{item.title}</h2>
              <Because because={item.because} />
            </div>
          ))}
        </>
      );
    case 'resources':
      return (
        <>
          {part.items.map((item) => (
            <ResourceCard chat={chat} item={item} folded={part.items.length > MOST_WHOLE} key={item.id} />
          ))}
        </>
      );
    case 'lines':
      return <LineList words={chat.words} items={part.items} />;
    case 'plan':
      return <PlanList chat={chat} plan={part.plan} />;
    case 'summary':
      return (
        <div class="card">
          <h2 class="card-title">{chat.words.summaryTitle}</h2>
          <dl class="facts">
            {part.lines.map((line) => (
              <div key={line.id}>
                <dt>{line.label}</dt>
                <dd>{line.text}</dd>
              </div>
            ))}
          </dl>
        </div>
      );
    default:
      // A newer server may send a kind this page does not know; the rest of the message is still good.
      part satisfies never;
      return <p class="words notice">{chat.words.couldNotShow}</p>;
  }
}
