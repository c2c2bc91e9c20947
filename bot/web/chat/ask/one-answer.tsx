import type { AnswerProps } from './answer-props.ts';

/** One of several: a large button each. */
export function OneAnswer({ chat, ask, answered }: AnswerProps) {
  return (
    <div class={ask.kind === 'yes_no' ? 'choices pair' : 'choices'}>
      {ask.choices.map((choice) => (
        <button
          type="button"
          class="button choice"
          key={choice.id}
          onClick={() => {
            answered();
            chat.say(choice.label, { choose: { ask: ask.id, choices: [choice.id] } });
          }}
        >
          <span class="choice-label">{choice.label}</span>
          {choice.explain && <span class="choice-explain">{choice.explain}</span>}
        </button>
      ))}
    </div>
  );
}
