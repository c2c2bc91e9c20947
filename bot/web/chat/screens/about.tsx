import { Frame, type ScreenProps } from './frame.tsx';

/** What this is, what is kept, and what to know when others use the device. */
export function About({ chat, close }: ScreenProps) {
  const { words, settings } = chat;
  return (
    <Frame chat={chat} close={close} title={words.aboutTitle}>
      {words.aboutWhat.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <h3>{words.aboutKeptTitle}</h3>
      {words.aboutKept(settings.retentionHours).map((text) => (
        <p key={text}>{text}</p>
      ))}
      <h3>{words.aboutOthersTitle}</h3>
      {words.aboutOthers.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <ul>
        {words.published.map(([name, title]) => (
          <li key={name}>
            <a href={`/pages/${name}?lang=${chat.language}`}>{title}</a>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
