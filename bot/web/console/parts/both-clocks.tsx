/** @jsxImportSource react */
import { timeIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';
import { useNow } from '../state/use-now.ts';

/** What time it is for the person, and for the helpline where that is another zone. */
export function BothClocks({ store, zone }: { store: ConsoleStore; zone: string | undefined }) {
  const { words, me, language } = store;
  const now = useNow();
  const ours = me?.helpline.zone;
  return (
    <>
      {words.theirTime(timeIn(now, zone, language))}
      {zone !== ours && ` · ${words.ourTime(timeIn(now, ours, language))}`}
    </>
  );
}
