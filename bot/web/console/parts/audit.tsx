/** @jsxImportSource react */
import type { AuditLine } from '../../../domain/case.ts';
import { timeIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** What happened when, and who did it: never what was said. */
export function Audit({ store, lines }: { store: ConsoleStore; lines: readonly AuditLine[] }) {
  const { words, me, language } = store;
  const who = (by: string) =>
    by === 'person' ? words.person : by === 'system' ? words.bySystem : by === me?.name ? words.you : by;
  return (
    <section aria-labelledby="audit-title">
      <h3 id="audit-title">{words.audit}</h3>
      <ol className="audit small">
        {lines.map((line) => (
          <li key={line.n}>
            {timeIn(line.at, me?.helpline.zone, language)} · {words.happened[line.what]} · {who(line.by)}
          </li>
        ))}
      </ol>
    </section>
  );
}
