import { expect } from 'chai';
import type { Insights } from '../../bot/domain/console.ts';
import { type StaffClient, startDesk } from './client.ts';
import type { DeskServer } from './desk-server.ts';
import { Person } from './person.ts';

const TODAY = 'from=2026-11-20&to=2026-11-20';
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

  it('counts who reached a service and who did not, once for each, and names neither', async () => {
    for (let n = 0; n < 6; n += 1) await tells(true);
    await tells(false);
    const report = await ruth.get<Insights>(`insights?${TODAY}`);
    expect(report.groups.find((group) => group.id === 'reached')?.rows).to.deep.equal([
      { label: 'Yes', count: 6 },
      { label: 'No', count: null },
    ]);
    const spanish = await ruth.get<Insights>(`insights?${TODAY}&language=es`);
    const told = spanish.groups.find((group) => group.id === 'reached');
    expect(told).to.deep.include({
      title: '¿Le atendió alguien?',
      rows: [
        { label: 'Sí', count: 6 },
        { label: 'No', count: null },
      ],
    });
    expect(JSON.stringify(report)).not.to.include(SERVICE);
    // All seven conversations are in English: nothing can be worked out.
    expect(report.groups.find((group) => group.id === 'languages')?.rows).to.deep.equal([
      { label: 'English', count: 7 },
    ]);
    const csv = await (await ruth.call('GET', `insights.csv?${TODAY}`)).text();
    expect(csv).to.include('"Did you reach them?","Yes","6"').and.include('"Did you reach them?","No",<5');
  });

  it('leaves the languages out when one alone is small, as the total would give it away', async () => {
    const one = new Person(server.url);
    await one.arrive('es-US');
    one.leaveThePage();
    const report = await ruth.get<Insights>(`insights?${TODAY}`);
    expect(report.perDay[0]?.conversations).to.equal(8);
    expect(report.groups.map((group) => group.id))
      .to.include('reached')
      .and.not.include('languages');
  });
});
