import type { Chat } from '../chat.ts';
import { PartOf } from '../parts/part-of.tsx';
import type { Line } from './chat-state.ts';

interface LineProps {
  chat: Chat;
  line: Line;
  /** It is the latest of theirs that the person from the helpline has read. */
  read: boolean;
}

/** One message. */
export function LineItem({ chat, line, read }: LineProps) {
  const { words } = chat;
  if (line.from === 'person') {
    return (
      <div class="line mine">
        <span class="unseen">{words.youSaid} </span>
        <p class="words">{line.text}</p>
        {read && <p class="fate">{words.readByPerson}</p>}
      </div>
    );
  }
  const { view } = line;
  return (
    <div class={view?.by === undefined ? 'line' : 'line theirs'} {...(line.lang ? { lang: line.lang } : {})}>
      {view?.by === undefined ? (
        <span class="unseen">{words.botSaid} </span>
      ) : (
        <p class="speaker">{words.fromHelpline(view.by)}</p>
      )}
      {view === undefined && <p class="words">{line.text || words.couldNotShow}</p>}
      {view?.parts.map((part, index) => (
        <PartOf chat={chat} part={part} key={index} />
      ))}
      {view?.ask && (
        <p class="question" id={questionId(line.id)}>
          {view.ask.text}
        </p>
      )}
    </div>
  );
}

/** The id of the element that holds a line's question. */
export function questionId(line: string): string {
  return `question-${line.replace(/[^\w-]/g, '_')}`;
}
