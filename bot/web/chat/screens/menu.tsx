import { COUNTRIES, LANGUAGES, type Country } from '../../../domain/locale.ts';
import type { InterruptionId } from '../../../domain/input.ts';
import { Frame, type ScreenProps } from './frame.tsx';

const LANGUAGE_NAMES = { en: 'English', es: 'Español' } as const;

/** Settings, and what one does rarely. */
export function Menu({ chat, close }: ScreenProps) {
  const { words } = chat;
  const chatting = chat.stage === 'chatting' && !chat.state.over;
  const interrupt = (id: InterruptionId, text: string) => {
    close();
    chat.say(text, { interrupt: id });
  };
  return (
    <Frame chat={chat} close={close} title={words.menuTitle}>
      <div class="menu">
        <div role="group" aria-labelledby="menu-language">
          <p class="menu-label" id="menu-language">
            {words.language}
          </p>
          <div class="menu-row">
            {LANGUAGES.map((language) => (
              <button
                type="button"
                class="button"
                key={language}
                lang={language}
                aria-pressed={chat.language === language}
                onClick={() => chat.setLanguage(language)}
              >
                {LANGUAGE_NAMES[language]}
              </button>
            ))}
          </div>
        </div>
        <div>
          <label class="menu-label" for="menu-country">
            {words.country}
          </label>
          <select
            id="menu-country"
            class="field"
            value={chat.country}
            onChange={(event) => chat.setCountry(event.currentTarget.value as Country)}
          >
            {COUNTRIES.map((country) => (
              <option value={country} key={country}>
                {words.countries[country]}
              </option>
            ))}
          </select>
        </div>
        <button type="button" class="button wide" onClick={() => chat.show('code')}>
          {words.haveCode}
        </button>
        {chatting && (
          <>
            <button type="button" class="button wide" onClick={() => interrupt('again', words.again)}>
              {words.again}
            </button>
            <button type="button" class="button wide" onClick={() => interrupt('erase', words.erase)}>
              {words.erase}
            </button>
          </>
        )}
        <button type="button" class="button wide" onClick={() => chat.show('about')}>
          {words.about}
        </button>
      </div>
    </Frame>
  );
}
