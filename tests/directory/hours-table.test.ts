import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { parse } from 'yaml';
import { helplineSchema } from '../../bot/directory/helpline-schema.ts';
import { helplineNow } from '../../bot/directory/own-helpline.ts';

interface Table {
  helplines: Record<string, object>;
  instants: [helpline: string, at: string, state: 'open' | 'closed', opens?: string][];
}

const table = parse(readFileSync(new URL('hours-table.yaml', import.meta.url), 'utf8')) as Table;

const said = { en: 'Not looked at here.' };
const SAYS = { who_reads: said, what_is_kept: said, must_tell_others: said };

describe('the hours of a helpline', () => {
  for (const [id, source] of Object.entries(table.helplines)) {
    const own = helplineSchema.parse({ name: id, country: 'US', people_read: SAYS, ...source });
    const instants = table.instants.filter(([helpline]) => helpline === id);

    it(`agree with another program's at ${instants.length} instants in ${own.zone}`, () => {
      const wrong = instants.flatMap(([, at, state, opens]) => {
        // A copy each time: what is kept from one look must not be needed for the next.
        const found = helplineNow(structuredClone(own), Date.parse(at));
        const next = opens === undefined ? undefined : new Date(opens).toISOString();
        const same = found.state === state && (state === 'open' || found.opens === next);
        return same ? [] : [`${at}: ${found.state} ${found.opens ?? ''}, not ${state} ${next ?? ''}`];
      });
      expect(wrong).to.deep.equal([]);
    });
  }

  it('are in the table for 200 instants', () => {
    expect(table.instants).to.have.length(200);
  });
});
