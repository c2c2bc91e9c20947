import type { Ask } from '../../../domain/reply.ts';
import type { Chat } from '../chat.ts';
import type { AnswerProps } from './answer-props.ts';
import { DateAnswer } from './date-answer.tsx';
import { ManyAnswer } from './many-answer.tsx';
import { OneAnswer } from './one-answer.tsx';
import { WordsAnswer } from './words-answer.tsx';

/** Whether the question brings a field of its own, so that the general one is not needed beside it. */
export function takesWords(ask: Ask): boolean {
  return ask.kind === 'text' || ask.kind === 'place' || ask.kind === 'number';
}

/** The open question's answers by its kind, then what is possible with every question: skip, go back, ask why. */
export function AskForm(props: AnswerProps) {
  const { chat, ask, answered } = props;
  const { words } = chat;
  const say = (text: string, input: Parameters<Chat['say']>[1]) => {
    answered();
    chat.say(text, input);
  };
  return (
    <>
      <Answer {...props} />
      {(ask.skippable || ask.back || ask.why) && (
        <div class="asides">
          {ask.skippable && (
            <button type="button" class="button small" onClick={() => say(words.skip, { skip: ask.id })}>
              {words.skip}
            </button>
          )}
          {ask.back && (
            <button type="button" class="button small" onClick={() => say(words.back, { interrupt: 'back' })}>
              {words.back}
            </button>
          )}
          {ask.why && (
            <button type="button" class="button small" onClick={() => say(words.why, { interrupt: 'why' })}>
              {words.why}
            </button>
          )}
        </div>
      )}
    </>
  );
}

function Answer(props: AnswerProps) {
  const { kind } = props.ask;
  // A place that could be several is asked again with those to choose from.
  if (takesWords(props.ask) && props.ask.choices.length > 0) return <OneAnswer {...props} />;
  switch (kind) {
    case 'one':
    case 'yes_no':
      return <OneAnswer {...props} />;
    case 'many':
      return <ManyAnswer {...props} />;
    case 'text':
    case 'place':
    case 'number':
      return <WordsAnswer {...props} />;
    case 'date':
      return <DateAnswer {...props} />;
    default:
      return kind satisfies never;
  }
}
