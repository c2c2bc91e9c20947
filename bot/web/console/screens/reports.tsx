/** @jsxImportSource react */
import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { WrongNumberReport } from '../../../domain/console.ts';
import { timeIn } from '../state/clock.ts';
import type { ConsoleStore } from '../state/console-store.ts';

/** Services whose number or address people found to be wrong. */
export function ReportsScreen({ store }: { store: ConsoleStore }) {
  const { words, me, language } = store;
  const [reports, setReports] = useState<WrongNumberReport[] | null>(null);
  const load = useCallback(() => {
    store.api
      .get<{ reports: WrongNumberReport[] }>('reports')
      .then((answer) => setReports(answer.reports), store.failed);
  }, [store]);
  useEffect(load, [load]);
  return (
    <section className="page">
      <h2>{words.reports}</h2>
      <p>{words.reportsIntro}</p>
      {reports?.length === 0 && <p className="empty">{words.noReports}</p>}
      <ul className="plain-list">
        {reports?.map((report) => (
          <li key={report.id} className="row">
            <div>
              <strong>{report.name}</strong>
              <div>{report.contact}</div>
              <div className="small">
                {words.times(report.count)}, {timeIn(report.at, me?.helpline.zone, language)}
              </div>
            </div>
            <Button onClick={() => void store.api.post(`reports/${report.id}/done`).then(load, store.failed)}>
              {words.done}
              <span className="unseen">: {report.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
