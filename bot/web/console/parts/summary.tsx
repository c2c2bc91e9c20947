/** @jsxImportSource react */
import type { CaseView } from '../../../domain/console.ts';
import { hourIn, timeIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** What the person approved, line by line, and what they have been shown already. */
export function Summary({ store, view }: { store: ConsoleStore; view: CaseView }) {
  const { words, me, language } = store;
  const { options, services, lines } = view.shown;
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
              <dt>{words.safetyLine}</dt>
              <dd>
                {words.safetyShown(words.safetyKinds[one.kind], hourIn(one.at, me?.helpline.zone, language))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="shown-title">
        <h3 id="shown-title">{words.alreadyShown}</h3>
        {options.length + services.length + lines.length === 0 && <p>{words.nothingShown}</p>}
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
        {lines.length > 0 && (
          <>
            <p id="lines-title">
              <strong>{words.linesShown}:</strong>
            </p>
            <ul className="lines-shown" aria-labelledby="lines-title">
              {lines.map(({ name, numbers, at }) => (
                <li key={name}>
                  <strong>{name}</strong>
                  {numbers !== '' && <> · {numbers}</>} ·{' '}
                  <span className="small">{timeIn(at, me?.helpline.zone, language)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  );
}
