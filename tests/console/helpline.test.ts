import { expect } from 'chai';
import { HelplineBook, settingsOf } from '../../bot/console/helpline.ts';
import { MemoryRecords } from '../../bot/console/records.ts';
import { BODIES, readBody } from '../../bot/console/routes/bodies.ts';
import { helplineSchema } from '../../bot/directory/helpline-schema.ts';

const SAYS = {
  who_reads: { en: 'Nurses read it.' },
  what_is_kept: { en: 'We keep it for 30 days.' },
  must_tell_others: { en: 'We may have to call for help.' },
};
/** As `resources/helplines/own.yaml` may have it: with more than the console asks for. */
const written = helplineSchema.parse({
  name: 'Riverside Helpline',
  country: 'US',
  zone: 'America/Denver',
  phone: '1-800-555-0142',
  hours: [{ days: ['mon'], from: '09:00', to: '17:00' }],
  closed: [{ from: '2026-12-25' }],
  channels: { chat: true, callback: true, chat_hours: [{ days: ['mon'], from: '10:00', to: '12:00' }] },
  people_read: SAYS,
});

describe('the settings of a helpline', () => {
  it('can be saved as the console showed them, and what it does not ask for stays', async () => {
    const book = new HelplineBook(
      new MemoryRecords(),
      () => written,
      () => SAYS,
    );
    const posted = readBody(BODIES.settings, settingsOf(written));
    expect(posted, 'has the form that is taken').not.to.equal(undefined);
    const changed = { ...settingsOf(written), channels: { chat: true, callback: false } };
    expect(await book.set(changed)).not.to.have.property('problem');
    expect(book.own).to.deep.equal({ ...written, channels: { ...written.channels, callback: false } });
  });

  it('are refused with a number that nobody can call, and stay as they were', async () => {
    const book = new HelplineBook(
      new MemoryRecords(),
      () => written,
      () => SAYS,
    );
    expect(await book.set({ ...settingsOf(written), phone: '12' })).to.have.property('problem');
    expect(book.own).to.deep.equal(written);
  });
});
