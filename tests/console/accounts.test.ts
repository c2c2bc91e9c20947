import { expect } from 'chai';
import { Accounts, type NewAccount } from '../../bot/console/accounts.ts';
import { MemoryRecords } from '../../bot/console/records.ts';

const PASSWORD = 'four random words here';

function setUp() {
  let ids = 0;
  const chance = { id: () => `id${(ids += 1)}`, code: () => '' };
  return new Accounts(new MemoryRecords(), { now: () => 0 }, chance);
}

function account(username: string, role: NewAccount['role']): NewAccount {
  return { name: 'Someone', username, role, language: 'en', password: PASSWORD };
}

async function idOf(made: ReturnType<Accounts['add']>): Promise<string> {
  const added = await made;
  if ('problem' in added) throw new Error(added.problem);
  return added.id;
}

describe('two changes of accounts at the same moment', () => {
  it('never leave two people with one name to sign in with', async () => {
    const accounts = setUp();
    const made = await Promise.all([
      accounts.add(account('ana', 'staff')),
      accounts.add(account('Ana ', 'supervisor')),
    ]);
    expect(made.filter((one) => 'problem' in one)).to.have.length(1);
    expect(accounts.all()).to.have.length(1);
  });

  it('never leave a helpline without an administrator', async () => {
    const accounts = setUp();
    const ruth = await idOf(accounts.add(account('ruth', 'administrator')));
    const mia = await idOf(accounts.add(account('mia', 'administrator')));
    const changed = await Promise.all([
      accounts.change(ruth, { role: 'staff', password: 'some other quiet words' }),
      accounts.change(mia, { active: false, password: 'some other quiet words' }),
    ]);
    expect(changed.filter((one) => 'problem' in one)).to.have.length(1);
    expect(accounts.empty).to.equal(false);
  });
});

describe('the name that people in the chat read', () => {
  it('is one line without marks that nobody sees', async () => {
    const accounts = setUp();
    for (const name of ['Ana\r\nRuth', 'Ana\u202eRuth', 'Ana\u0000']) {
      expect(await accounts.add({ ...account('ana', 'staff'), name })).to.have.property('problem');
    }
    const id = await idOf(accounts.add({ ...account('ana', 'staff'), name: ' María José Ñáñez ' }));
    expect(accounts.get(id)?.name).to.equal('María José Ñáñez');
    expect(await accounts.change(id, { name: 'Ana\nRuth' })).to.have.property('problem');
  });
});
