/** @jsxImportSource react */
import {
  createDOMRenderer,
  FluentProvider,
  RendererProvider,
  webDarkTheme,
  webLightTheme,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/frame.css';
import './styles/lists.css';
import './styles/case.css';
import './styles/pages.css';
import './styles/screens.css';
import { ConsoleStore } from './state/console-store.ts';
import { keep, kept } from './state/kept.ts';

const store = new ConsoleStore();
const nonce = document.querySelector('meta[name="style-nonce"]')?.getAttribute('content') ?? '';
// Fluent writes its styles into the page; the policy lets only those with this page's own mark through.
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });

/** Light or dark as the device has it, until someone chooses. */
function Root() {
  const wanted = window.matchMedia('(prefers-color-scheme: dark)');
  const [dark, setDark] = useState(kept('dark') ?? wanted.matches);
  useEffect(() => {
    const follow = () => setDark(kept('dark') ?? wanted.matches);
    wanted.addEventListener('change', follow);
    return () => wanted.removeEventListener('change', follow);
  }, [wanted]);
  return (
    <RendererProvider renderer={renderer} targetDocument={document}>
      <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className="root">
        <App
          store={store}
          dark={dark}
          setDark={(value) => {
            keep('dark', value);
            setDark(value);
          }}
        />
      </FluentProvider>
    </RendererProvider>
  );
}

const place = document.getElementById('console');
if (place !== null) createRoot(place).render(<Root />);
void store.start();
