import { expect } from 'chai';
import type { Insights } from '../../bot/domain/console.ts';
import { type StaffClient, startDesk } from './client.ts';
import type { DeskServer } from './desk-server.ts';
import { Person } from './person.ts';

const SERVICE = 'au-bcna-helpline';

describe('the needs report', () => {
  let server: DeskServer;
  let ruth: StaffClient;
  before(async function begin() {
    this.timeout(60_000);
    ({ server, administrator: ruth } = await startDesk());
  });
  after(() => server?.close());

  /** Someone keeps a service and says whether they reached it, more than once. */
  async function tells(yes: boolean): Promise<void> {
    const person = new Person(server.url);
    await person.arrive();
    const does = (navigator: object) =>
      person.send({ type: 'event', name: 'navigator', value: { navigator } });
    // Of what was not kept nobody is asked, so this counts for nothing.
    await does({ reached: { resource: SERVICE, yes: !yes } });
    await does({ keep: { what: 'resource', id: SERVICE, on: true } });
    await does({ reached: { resource: SERVICE, yes } });
    await does({ reached: { resource: SERVICE, yes: !yes } });
    person.leaveThePage();
  }

  it('counts who reached a service, in steps while the month is running, and names nobody', async () => {
    for (let n = 0; n < 6; n += 1) await tells(true);
    await tells(false);
    const report = await ruth.get<Insights>('insights');
    expect(report).to.deep.include({ month: '2026-11', running: true, months: ['2026-11'], perDay: [] });
    expect(report.groups.find((group) => group.id === 'reached')?.rows).to.deep.equal([
      { label: 'Yes', count: 5 },
    ]);
    const spanish = await ruth.get<Insights>('insights?month=2026-11&language=es');
    const told = spanish.groups.find((group) => group.id === 'reached');
    expect(told).to.deep.include({ title: '¿Le atendió alguien?', rows: [{ label: 'Sí', count: 5 }] });
    expect(JSON.stringify(report)).not.to.include(SERVICE);
    const csv = await (await ruth.call('GET', 'insights.csv')).text();
    expect(csv).to.include('"Did you reach them?","Yes","5+"').and.not.include('"No"');
  });

  it('knows no days but those of a whole month, whatever is asked for', async () => {
    const usual = await ruth.get<Insights>('insights');
    for (const asked of ['from=2026-11-20&to=2026-11-20', 'month=2026-11-20', 'month=2026-1', 'month='])
      expect(await ruth.get<Insights>(`insights?${asked}`), asked).to.deep.equal(usual);
  });
});
