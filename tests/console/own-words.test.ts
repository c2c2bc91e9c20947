import { expect } from 'chai';
import type { HelplineSettings } from '../../bot/domain/console.ts';
import { HelplineBook, settingsOf, type StoredHelpline } from '../../bot/console/helpline.ts';
import { MemoryRecords } from '../../bot/console/records.ts';
import { ADMINISTRATOR, HELPLINE, StaffClient } from './client.ts';
import { DeskServer } from './desk-server.ts';
import { Person } from './person.ts';

const DRAFT = {
  who_reads: { en: 'Draft.' },
  what_is_kept: { en: 'Draft.' },
  must_tell_others: { en: 'Draft.' },
};
const { says: SAYS, ...UNSAID } = HELPLINE;

describe('what is said in the name of a helpline', () => {
  let server: DeskServer;
  beforeEach(async function begin() {
    this.timeout(60_000);
    server = await DeskServer.start();
  });
  afterEach(() => server.close());

  it('is asked for at the first run, with a draft to begin with, and no helpline is there without it', async () => {
    const ruth = new StaffClient(server.url);
    const { draft } = await ruth.get<{ draft: typeof DRAFT }>('setup');
    for (const { en, es } of Object.values(draft) as { en: string; es?: string }[]) {
      expect(en).to.match(/^\w.+\.$/);
      expect(es).to.match(/^\p{L}.+\.$/u);
    }
    const body = { token: server.setupToken, helpline: UNSAID, administrator: ADMINISTRATOR };
    const refused = await ruth.call('POST', 'setup', body);
    expect(await refused.json())
      .to.have.nested.property('error.message')
      .that.includes('has to be confirmed');
    expect(await ruth.get('setup')).to.include({ needed: true });
  });

  it('is what people read before anything is passed on', async () => {
    const ruth = new StaffClient(server.url);
    await ruth.setUp(server.setupToken);
    expect((await ruth.get<HelplineSettings>('settings')).says).to.deep.equal(SAYS);
    // What the console was not sent stays.
    await ruth.post('settings', { ...UNSAID, name: 'Lakeside Helpline' });
    const person = new Person(server.url);
    await person.arrive();
    await person.press('person');
    await person.choose('call_back');
    const read = person.lines.map((line) => line.text ?? '').join('\n');
    for (const { en } of Object.values(SAYS)) expect(read).to.include(en);
    person.leaveThePage();
  });
});

describe('a helpline that was set up before it was asked for its words', () => {
  it('says our draft, shows that nobody has confirmed it, and is saved again only with words of its own', async () => {
    const records = new MemoryRecords<StoredHelpline>();
    const book = new HelplineBook(
      records,
      () => null,
      () => DRAFT,
    );
    const settings: HelplineSettings = { ...(HELPLINE as HelplineSettings) };
    expect(await book.set(settings)).not.to.have.property('problem');
    await records.update('own', (stored) => {
      const { people_read: _words, ...helpline } = (stored ?? expect.fail()).helpline;
      return { id: 'own', helpline };
    });
    expect(book.saysDraft).to.equal(true);
    expect(book.own?.people_read).to.deep.equal(DRAFT);
    expect(book.own).to.equal(book.own);
    expect(settingsOf(book.own ?? expect.fail(), book.saysDraft)).not.to.have.property('says');
    const { says: _says, ...unsaid } = settings;
    expect(await book.set(unsaid)).to.have.property('problem');
    expect(await book.set(settings)).not.to.have.property('problem');
    expect(book.saysDraft).to.equal(false);
    expect(settingsOf(book.own ?? expect.fail(), book.saysDraft).says).to.deep.equal(SAYS);
  });
});
