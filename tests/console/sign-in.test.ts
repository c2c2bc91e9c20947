import { expect } from 'chai';
import { type Account, Accounts } from '../../bot/console/accounts.ts';
import { KnownBrowsers } from '../../bot/console/known-browsers.ts';
import { MemoryRecords } from '../../bot/console/records.ts';
import { PasswordSignIn } from '../../bot/console/sign-in.ts';

const PASSWORD = 'four random words here';
const MINUTE = 60_000;

describe('signing in while somebody guesses', () => {
  let accounts: Accounts;
  let browsers: KnownBrowsers;
  let signIn: PasswordSignIn;
  let time: number;
  let ana: Account;

  beforeEach(async () => {
    time = 0;
    const clock = { now: () => time };
    accounts = new Accounts(new MemoryRecords(), clock, { id: () => 'ana', code: () => '' });
    browsers = new KnownBrowsers(new Uint8Array(32).fill(7));
    signIn = new PasswordSignIn(accounts, browsers, clock);
    const added = await accounts.add({
      name: 'Ana',
      username: 'ana',
      role: 'staff',
      language: 'en',
      password: PASSWORD,
    });
    if ('problem' in added) throw new Error(added.problem);
    ana = added;
  });

  const tries = (address: string, password = PASSWORD, known?: string) =>
    signIn.identify({ username: 'ana', password, address, known });
  const guesses = (times: number, address: (n: number) => string, known?: string) =>
    Promise.all(Array.from({ length: times }, (_, n) => tries(address(n), 'wrong words', known)));
  /** Seconds to wait, or undefined: it was looked at. */
  const waitOf = (found: Awaited<ReturnType<typeof tries>>) =>
    found !== undefined && 'wait' in found ? found.wait : undefined;

  it('slows the address that guesses, longer and longer, and nobody who signs in from another one', async () => {
    await guesses(5, () => 'mallory');
    expect(waitOf(await tries('mallory'))).to.equal(30);
    expect(await tries('home')).to.equal(ana);
    // The right one from elsewhere does not open the way again for whoever guessed.
    expect(waitOf(await tries('mallory'))).to.equal(30);
    time += MINUTE;
    await guesses(1, () => 'mallory');
    expect(waitOf(await tries('mallory'))).to.equal(60);
    for (let n = 0; n < 6; n += 1) {
      time += 10 * MINUTE;
      await guesses(1, () => 'mallory');
    }
    expect(waitOf(await tries('mallory'))).to.equal(300);
  });

  it('never slows a browser in which the owner has signed in before, wherever the guesses come from', async () => {
    const known = browsers.remember(ana, undefined);
    // From the very address of the owner, and from everywhere: after so many, all unknown browsers wait a little.
    await guesses(6, () => 'office');
    await guesses(50, (n) => `address ${n}`);
    expect(waitOf(await tries('office'))).to.be.greaterThan(0);
    expect(waitOf(await tries('new address'))).to.be.within(1, 10);
    expect(await tries('office', PASSWORD, known)).to.equal(ana);
    time += 10_000;
    expect(await tries('new address')).to.equal(ana);
  });

  it('slows guesses in a known browser too, by themselves', async () => {
    const known = browsers.remember(ana, undefined);
    await guesses(5, () => 'office', known);
    expect(waitOf(await tries('office', PASSWORD, known))).to.equal(30);
    expect(await tries('office')).to.equal(ana);
  });

  it('knows no browser by a mark that somebody else made, that is of a colleague, or from before a new password', async () => {
    const known = browsers.remember(ana, undefined);
    const sam = { ...ana, id: 'sam' };
    expect(browsers.markOf(ana, known)).to.equal(known);
    expect(browsers.markOf(sam, known)).to.equal(undefined);
    expect(new KnownBrowsers(new Uint8Array(32)).markOf(ana, known)).to.equal(undefined);
    await accounts.change('ana', { password: 'four other words there' });
    expect(browsers.markOf(accounts.get('ana') ?? ana, known)).to.equal(undefined);
  });

  it('knows several colleagues in the browser of one office computer', () => {
    let cookie: string | undefined;
    const colleagues = Array.from({ length: 10 }, (_, n) => ({ ...ana, id: `colleague ${n}` }));
    for (const one of colleagues) cookie = browsers.remember(one, cookie);
    const known = colleagues.filter((one) => browsers.markOf(one, cookie) !== undefined);
    expect(known.map(({ id }) => id)).to.deep.equal(colleagues.slice(2).map(({ id }) => id));
    // Someone who is known gets no second mark.
    expect(browsers.remember(known[0] ?? ana, cookie).split('.')).to.have.length(8);
  });
});
