import { useRef } from 'preact/hooks';
import { AskForm, takesWords } from '../ask/ask-form.tsx';
import { Composer } from '../ask/composer.tsx';
import type { Chat } from '../chat.ts';
import { questionId } from './line-item.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

/**
 * The person's turn: the open question's answers, then room for words of one's own. The group itself stays, whatever is
 * asked; after an answer the focus waits on it, so that the next Tab is at the first of the new answers and nothing
 * that is being read out is cut short.
 */
export function Turn({ chat }: { chat: Chat }) {
  const { state, words, stage } = chat;
  const group = useRef<HTMLDivElement>(null);
  useKeptFocus(group);
  const { ask } = state;
  const question = ask === null ? undefined : questionOf(chat);
  const sent = chat.outbox.some((item) => item.kind === 'message' && item.state !== 'failed');
  const due = state.mode !== 'with-person' && (state.due || (sent && chat.link === 'online'));
  const closed = stage === 'gone' || state.over;
  const toTurn = () => group.current?.focus({ preventScroll: true });
  // A person who joins clears the bot's question away; what is asked after that (delete, language, country) is answered here.
  const open = ask !== null && !state.due && !sent && !closed;
  // While its answer is on the way, the general field does not flash up in its place.
  const fieldAsked =
    ask !== null &&
    state.mode !== 'with-person' &&
    takesWords(ask) &&
    ask.choices.length === 0 &&
    (open || chat.link === 'online');
  const named = question ? { 'aria-labelledby': question } : { 'aria-label': words.yourAnswer };
  return (
    <div class="turn" role="group" tabIndex={-1} ref={group} {...named}>
      {due && (
        <p class="writing" aria-hidden="true">
          {words.writing}
        </p>
      )}
      {state.typing !== null && state.mode === 'with-person' && (
        <p class="writing" aria-hidden="true">
          {words.isWriting(state.typing)}
        </p>
      )}
      {open && <AskForm chat={chat} ask={ask} question={question} key={ask.id} answered={toTurn} />}
      {!closed && !fieldAsked && chat.everOnline && <Composer chat={chat} sent={toTurn} />}
    </div>
  );
}

function questionOf(chat: Chat): string | undefined {
  const { state } = chat;
  for (const lines of [state.lines, state.earlier]) {
    for (let index = lines.length - 1; index >= 0; index -= 1) {
      const line = lines[index];
      if (line?.view?.ask && line.view.ask.id === state.ask?.id) return questionId(line.id);
    }
  }
  return undefined;
}
