/** @jsxImportSource react */
import { useState } from 'react';
import type { ConsoleStore } from '../state/console-store.ts';
import { Opener } from './opener.tsx';
import { Window } from './window.tsx';

interface Protocol {
  title: string;
  sections: { heading: string; points: string[] }[];
}

/** The helpline's safety protocol, one click away from everywhere. */
export function ProtocolButton({ store }: { store: ConsoleStore }) {
  const [protocol, setProtocol] = useState<Protocol | null>(null);
  const { words } = store;
  return (
    <>
      <Opener
        id="protocol"
        onClick={() => void store.api.get<Protocol>('protocol').then(setProtocol, store.failed)}
      >
        {words.protocol}
      </Opener>
      <Window
        title={protocol?.title ?? ''}
        closeLabel={words.dismiss}
        open={protocol !== null}
        close={() => setProtocol(null)}
      >
        {protocol?.sections.map((section) => (
          <section key={section.heading}>
            <h3>{section.heading}</h3>
            <ul>
              {section.points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </section>
        ))}
      </Window>
    </>
  );
}
