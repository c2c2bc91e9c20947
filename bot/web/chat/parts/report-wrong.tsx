import { useState } from 'preact/hooks';
import type { ResourceView } from '../../../domain/view.ts';
import type { Chat } from '../chat.ts';
import { Thanks } from './thanks.tsx';

/** "This number is wrong": one press, and staff know of which service. */
export function ReportWrong({ chat, item }: { chat: Chat; item: ResourceView }) {
  const { words } = chat;
  const [justNow, setJustNow] = useState(false);
  if (justNow) return <Thanks text={words.reported} />;
  if (chat.reported.has(item.id)) return <p class="small">{words.reported}</p>;
  const report = () => {
    setJustNow(true);
    chat.report(item.id);
  };
  return (
    <button type="button" class="button small quiet report" onClick={report}>
      {words.reportWrong}
      <span class="unseen">: {item.name}</span>
    </button>
  );
}
