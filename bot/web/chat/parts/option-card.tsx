import type { OptionView } from '../../../domain/view.ts';
import type { Chat } from '../chat.ts';
import { Because } from './because.tsx';
import { below, Heading, type Level } from './heading.tsx';
import { KeepButton } from './keep-button.tsx';
import { Sources } from './sources.tsx';

interface OptionCardProps {
  chat: Chat;
  item: OptionView;
  unfolded?: boolean;
  level?: Level;
  /** In the plan, where it can only be taken out. */
  inPlan?: boolean;
}

/** A kind of support. What it involves unfolds on request, in the order a person would ask; sources come last. */
export function OptionCard({ chat, item, unfolded = false, level = 2, inPlan = false }: OptionCardProps) {
  const { words } = chat;
  return (
    <article class="card">
      <Heading level={level} class="card-title">
        {item.title}
      </Heading>
      {item.draft && <p class="draft">{words.draft}</p>}
      <p>{item.short}</p>
      <Because because={item.because} />
      {item.sections.length > 0 && (
        // What unfolds was asked for by the reader, and is not announced as a new message.
        <details class="fold" open={unfolded} aria-live="off">
          <summary>{words.involves}</summary>
          <OptionSections item={item} level={below(level)} />
          <Sources sources={item.sources} words={words} level={below(level)} />
        </details>
      )}
      <div class="card-does">
        {item.sections.length === 0 && !inPlan && (
          // In a long list the sections are not sent with the card; they come when they are asked for.
          <button
            type="button"
            class="button small"
            aria-label={`${item.title}: ${words.involves}`}
            onClick={() => chat.say(`${item.title}: ${words.involves}`, { open: item.id })}
          >
            {words.involves}
          </button>
        )}
        <KeepButton chat={chat} what="option" id={item.id} title={item.title} inPlan={inPlan} />
      </div>
    </article>
  );
}

function OptionSections({ item, level }: { item: OptionView; level: Level }) {
  return (
    <>
      {item.sections.map((section) => (
        <section key={section.id}>
          <Heading level={level}>{section.heading}</Heading>
          <ul>
            {section.points.map((point) => (
              <li key={point.text}>{point.text}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
