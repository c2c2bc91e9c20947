/** @jsxImportSource react */
import { Switch } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ConsoleStore } from '../state/console-store.ts';
import { keep, kept } from '../state/kept.ts';
import { Opener } from './opener.tsx';
import { Window } from './window.tsx';

/** Elements that keys lead to, by id; what is not on the screen is left alone. */
const KEYS: Readonly<Record<string, { focus?: string; press?: string }>> = {
  KeyM: { focus: 'message' },
  KeyR: { press: 'replies' },
  KeyF: { press: 'find-service' },
  KeyP: { press: 'protocol' },
  KeyH: { press: 'help-me' },
  KeyN: { press: 'take-next' },
};

/** Keys with Alt, which can be turned off, and the list of them. */
export function Shortcuts({ store }: { store: ConsoleStore }) {
  const { words } = store;
  const [on, setOn] = useState(kept('shortcuts') ?? true);
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (on && event.key === '?' && !isTyping(event.target)) return pressed('shortcuts');
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      if (event.code === 'KeyK') pressed('shortcuts');
      else if (!on) return;
      else if (event.code === 'KeyQ') store.go('/console');
      else {
        const key = KEYS[event.code];
        if (key === undefined) return;
        if (key.focus !== undefined) document.getElementById(key.focus)?.focus();
        if (key.press !== undefined) pressed(key.press);
      }
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [on, store]);
  return (
    <footer className="footer">
      <Opener id="shortcuts" appearance="transparent" onClick={() => setShown(true)}>
        {words.shortcuts} (Alt+K)
      </Opener>
      <Window title={words.shortcuts} closeLabel={words.dismiss} open={shown} close={() => setShown(false)}>
        <p>{words.shortcutsIntro}</p>
        <dl className="facts">
          {Object.entries(words.shortcutList).map(([keys, does]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <Switch
          checked={on}
          onChange={(_, data) => {
            keep('shortcuts', data.checked);
            setOn(data.checked);
          }}
          label={words.shortcutsOn}
        />
      </Window>
    </footer>
  );
}

/** Where a question mark is a question mark. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}

/** The focus goes there first, so that it comes back there from what opens. */
function pressed(id: string): void {
  const element = document.getElementById(id);
  element?.focus();
  element?.click();
}
