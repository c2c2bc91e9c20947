import { useState } from 'preact/hooks';
import type { AnswerProps } from './answer-props.ts';

/** As many as one likes. A choice that stands alone clears the others, and they clear it. */
export function ManyAnswer({ chat, ask, question, answered }: AnswerProps) {
  const { words } = chat;
  const sameChoices = ask.choices.map((choice) => choice.id).join(' ');
  const [chosen, setTicked] = useState<readonly string[]>(chat.ticked.get(sameChoices) ?? []);
  const setChosen = (ids: readonly string[]) => {
    chat.ticked.set(sameChoices, ids);
    setTicked(ids);
  };
  const [error, setError] = useState('');
  const alone = (id: string) => ask.choices.find((choice) => choice.id === id)?.alone === true;
  const toggle = (id: string) => {
    setError('');
    if (chosen.includes(id)) return setChosen(chosen.filter((one) => one !== id));
    setChosen(alone(id) ? [id] : [...chosen.filter((one) => !alone(one)), id]);
  };
  const go = () => {
    const picked = ask.choices.filter((choice) => chosen.includes(choice.id));
    if (picked.length === 0) return setError(ask.skippable ? words.chooseOneOrSkip : words.chooseOne);
    chat.ticked.delete(sameChoices);
    answered();
    chat.say(picked.map((choice) => choice.label).join(', '), {
      choose: { ask: ask.id, choices: picked.map((choice) => choice.id) },
    });
  };
  return (
    <form
      class="many"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <fieldset
        class="boxes"
        {...(question ? { 'aria-labelledby': question } : {})}
        aria-describedby="many-error"
      >
        {ask.choices.map((choice) => (
          <label class="box" key={choice.id}>
            <input type="checkbox" checked={chosen.includes(choice.id)} onChange={() => toggle(choice.id)} />
            <span>
              <span class="choice-label">{choice.label}</span>
              {choice.explain && <span class="choice-explain">{choice.explain}</span>}
            </span>
          </label>
        ))}
      </fieldset>
      <p id="many-error" class="error" role="alert">
        {error}
      </p>
      <button type="submit" class="button primary">
        {words.continueAnswer}
      </button>
    </form>
  );
}
