/** @jsxImportSource react */
import type { CaseView } from '../../../domain/console.ts';
import { hourIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** What the person approved, line by line, and what they have been shown already. */
export function Summary({ store, view }: { store: ConsoleStore; view: CaseView }) {
  const { words, me, language } = store;
  const { options, services } = view.shown;
  return (
    <div className="summary">
      <section aria-labelledby="approved-title">
        <h3 id="approved-title">{words.approved}</h3>
        {view.summary.length === 0 && <p>{words.approvedEmpty}</p>}
        <dl className="facts">
          {view.summary.map((line) => (
            <div key={line.id}>
              <dt>{line.label}</dt>
              <dd>{line.text}</dd>
            </div>
          ))}
          {view.safetyShown.map((one) => (
            <div key={one.at} className="factual">
              <dt>{words.protocol}</dt>
              <dd>
                {words.safetyShown(words.safetyKinds[one.kind], hourIn(one.at, me?.helpline.zone, language))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="shown-title">
        <h3 id="shown-title">{words.alreadyShown}</h3>
        {options.length + services.length === 0 && <p>{words.nothingShown}</p>}
        {options.length > 0 && (
          <p>
            <strong>{words.kindsOfSupport}:</strong> {options.join(', ')}
          </p>
        )}
        {services.length > 0 && (
          <p>
            <strong>{words.services}:</strong> {services.join(', ')}
          </p>
        )}
      </section>
    </div>
  );
}
