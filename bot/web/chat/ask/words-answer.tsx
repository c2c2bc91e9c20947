import { useState } from 'preact/hooks';
import type { AnswerProps } from './answer-props.ts';
import { Consent } from './consent.tsx';
import { Field } from './field.tsx';

/**
 * An answer in words: a text, a place, a number. The field takes anything, because a person may answer "I don't know" or
 * say something else altogether; whoever reads it decides.
 */
export function WordsAnswer({ chat, ask, question, answered }: AnswerProps) {
  const { words } = chat;
  const [fresh, setFresh] = useState(false);
  if (!chat.consented) {
    return (
      <Consent
        chat={chat}
        agreed={() => {
          setFresh(true);
          chat.consent();
        }}
      />
    );
  }
  return (
    <Field
      label={words.yourAnswer}
      question={question}
      hint={hintOf()}
      words={words}
      lines={ask.kind === 'text' ? 2 : 1}
      numeric={ask.kind === 'number'}
      max={ask.kind === 'text' ? (ask.limits?.max ?? 2000) : 200}
      focusAtOnce={fresh}
      begun={chat.unfinished}
      writes={(text) => chat.writes(text)}
      send={(text) => {
        answered();
        chat.say(text);
      }}
    />
  );

  function hintOf(): string | undefined {
    const { min, max } = ask.limits ?? {};
    if (ask.kind === 'number' && min !== undefined && max !== undefined) return words.numberBetween(min, max);
    return undefined;
  }
}
