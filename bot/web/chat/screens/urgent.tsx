import { COUNTRIES } from '../../../domain/locale.ts';
import { Numbers } from '../parts/numbers.tsx';
import { Frame, type ScreenProps } from './frame.tsx';

/** Whom one can call now. Works before the chat is connected, and without it. */
export function Urgent({ chat, close, first }: ScreenProps & { first: 'urgent' | 'people' }) {
  const { words, country } = chat;
  const peopleFirst = first === 'people';
  return (
    <Frame chat={chat} close={close} title={peopleFirst ? words.peopleTitle : words.urgentTitle}>
      <p>{peopleFirst ? words.peopleWhenAway : words.urgentIntro}</p>
      <div class="countries">
        <p class="countries-now">
          {words.numbersFor(words.countries[country])}. {words.notIn[country]}
        </p>
        {COUNTRIES.filter((one) => one !== country).map((one) => (
          <button type="button" class="button small" key={one} onClick={() => chat.setCountry(one)}>
            {words.countries[one]}
          </button>
        ))}
      </div>
      <Numbers chat={chat} first={first} level={3} />
      <p>{words.elsewhere}</p>
    </Frame>
  );
}
