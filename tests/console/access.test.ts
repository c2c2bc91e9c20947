import { expect } from 'chai';
import { ACCESS, reaches } from '../../bot/console/access.ts';
import type { Role } from '../../bot/domain/console.ts';
import { startServer, type TestServer } from '../server.ts';
import { ADMINISTRATOR, HELPLINE, setupToken, StaffClient, startDesk } from './client.ts';
import { DeskServer } from './desk-server.ts';
import { Person } from './person.ts';

const ROUTES = Object.entries(ACCESS).map(([name, needed]) => {
  const [method = '', path = ''] = name.split(' ');
  return {
    method: method as 'GET' | 'POST',
    path: path.replace('/console/api/', '').replace(':id', 'x'),
    needed,
  };
});
/** Ends what the caller is, or never ends by itself. */
const APART = ['sign-out', 'events'];

describe('who may call what of the console', () => {
  let server: DeskServer;
  let callers: Record<Role, StaffClient>;

  before(async function begin() {
    this.timeout(60_000);
    const helpline = await startDesk([{ name: 'Ana' }, { name: 'Sam', role: 'supervisor' }]);
    server = helpline.server;
    const [staff, supervisor] = helpline.staff as [StaffClient, StaffClient];
    callers = { staff, supervisor, administrator: helpline.administrator };
  });
  after(() => server?.close());

  for (const { method, path, needed } of ROUTES) {
    it(`${method} ${path}: ${needed}`, async () => {
      const stranger = await new StaffClient(server.url).call(
        method,
        path,
        method === 'POST' ? {} : undefined,
      );
      if (needed === 'anyone') expect(stranger.status).to.be.oneOf([200, 400]);
      else expect(stranger.status).to.equal(401);
      if (needed === 'anyone' || APART.includes(path)) return;
      for (const role of ['staff', 'supervisor', 'administrator'] as const) {
        const answer = await callers[role].call(method, path, method === 'POST' ? {} : undefined);
        if (reaches(role, needed)) expect(answer.status, role).not.to.be.oneOf([401, 403, 500]);
        else expect(answer.status, role).to.equal(403);
        await answer.body?.cancel();
      }
    });
  }

  it('is not opened by the token of a person in the chat', async () => {
    const person = new Person(server.url);
    await person.arrive();
    for (const { method, path, needed } of ROUTES) {
      if (needed === 'anyone') continue;
      const answer = await fetch(`${server.url}/console/api/${path}`, { method, headers: person.headers });
      expect(answer.status, path).to.be.oneOf([401, 415]);
    }
    person.leaveThePage();
  });

  it('refuses what comes from another site, or without the secret of our own page', async () => {
    const { staff } = callers;
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      expect((await staff.call('GET', 'board', undefined, headers)).status).to.equal(403);
      expect((await staff.call('GET', 'events', undefined, headers)).status).to.equal(403);
      expect((await staff.call('POST', 'duty', { duty: 'paused' }, headers)).status).to.equal(403);
    }
    expect((await staff.call('POST', 'duty', { duty: 'paused' }, { 'x-csrf': 'guess' })).status).to.equal(
      403,
    );
    expect((await staff.call('POST', 'duty', { duty: 'paused' })).status).to.equal(200);
  });
});

describe('signing in', () => {
  let server: DeskServer;
  beforeEach(async function begin() {
    this.timeout(60_000);
    server = await DeskServer.start();
  });
  afterEach(() => server?.close());

  it('begins with a setup link that works once', async () => {
    const token = server.setupToken;
    const stranger = new StaffClient(server.url);
    expect(await stranger.get('setup')).to.include({ needed: true });
    const body = { helpline: HELPLINE, administrator: ADMINISTRATOR };
    expect((await stranger.call('POST', 'setup', { token: 'guess', ...body })).status).to.equal(400);
    const wrong = await stranger.call('POST', 'setup', {
      token,
      ...body,
      helpline: { ...HELPLINE, zone: 'Mars/Base' },
    });
    expect(await wrong.json())
      .to.have.nested.property('error.message')
      .that.includes('not a time zone');
    await new StaffClient(server.url).setUp(token);
    expect((await stranger.call('POST', 'setup', { token, ...body })).status).to.equal(400);
    expect(await stranger.get('setup')).to.include({ needed: false });
  });

  it('asks for a password that is not easily guessed, and tells nothing about who exists', async () => {
    const ruth = new StaffClient(server.url);
    await ruth.setUp(server.setupToken);
    const short = { name: 'Ana', username: 'ana', role: 'staff', language: 'en', password: 'short' };
    expect((await ruth.call('POST', 'staff', short)).status).to.equal(400);
    const [known, unknown] = await Promise.all(
      ['ruth', 'nobody'].map(async (username) => {
        const answer = await new StaffClient(server.url).call('POST', 'sign-in', {
          username,
          password: 'not it at all',
        });
        return `${answer.status} ${await answer.text()}`;
      }),
    );
    expect(known).to.equal(unknown);
    expect(known).to.include('401');
  });

  it('slows guessing of one name down', async () => {
    const ruth = new StaffClient(server.url);
    await ruth.setUp(server.setupToken);
    const guess = () =>
      new StaffClient(server.url).call('POST', 'sign-in', { username: 'ruth', password: 'wrong words' });
    for (let n = 0; n < 5; n += 1) expect((await guess()).status).to.equal(401);
    const slowed = await guess();
    expect(slowed.status).to.equal(429);
    expect(Number(slowed.headers.get('retry-after'))).to.be.greaterThan(0);
    // In the browser where she has signed in before, Ruth is not slowed by it.
    await ruth.post('sign-out');
    await ruth.signIn(ADMINISTRATOR.username, ADMINISTRATOR.password);
    expect((await ruth.call('GET', 'me')).status).to.equal(200);
  });

  it('looks at no more guesses that come all at once', async () => {
    const ruth = new StaffClient(server.url);
    await ruth.setUp(server.setupToken);
    const guesses = Array.from({ length: 12 }, async (_, n) => {
      const password = n === 11 ? ADMINISTRATOR.password : 'wrong words';
      return (await new StaffClient(server.url).call('POST', 'sign-in', { username: 'Ruth ', password }))
        .status;
    });
    const answers = await Promise.all(guesses);
    expect(answers.filter((status) => status !== 429).length).to.be.at.most(5);
  });

  it('is set up once, also by two at the same moment', async () => {
    const both = ['ruth', 'mallory'].map(async (username) => {
      const administrator = { ...ADMINISTRATOR, username };
      const body = { token: server.setupToken, helpline: HELPLINE, administrator };
      return (await new StaffClient(server.url).call('POST', 'setup', body)).status;
    });
    expect((await Promise.all(both)).sort((a, b) => a - b)).to.deep.equal([200, 400]);
  });

  it('ends everywhere when the account is closed, and the last administrator cannot be', async () => {
    const ruth = new StaffClient(server.url);
    await ruth.setUp(server.setupToken);
    const account = {
      name: 'Ana',
      username: 'ana',
      role: 'staff',
      language: 'en',
      password: 'some other quiet words',
    };
    const { id } = await ruth.post<{ id: string }>('staff', account);
    const ana = new StaffClient(server.url);
    await ana.signIn('ana', account.password);
    await ruth.post(`staff/${id}`, { active: false });
    expect((await ana.call('GET', 'me')).status).to.equal(401);
    expect((await ruth.call('POST', `staff/${ruth.me.id}`, { role: 'staff' })).status).to.equal(400);
    expect(JSON.stringify(await ruth.get('staff'))).not.to.include('argon2');
  });
});

describe('after a restart', () => {
  it('nobody has to set up or sign in again, and signing out ends it', async function restart() {
    this.timeout(60_000);
    const server: TestServer = await startServer();
    try {
      const ruth = new StaffClient(server.url);
      await ruth.setUp(setupToken(server));
      await server.halt('SIGKILL');
      await server.again();
      expect(server.output()).not.to.include('console/setup');
      expect((await ruth.call('GET', 'me')).status).to.equal(200);
      await ruth.post('sign-out');
      expect((await ruth.call('GET', 'me')).status).to.equal(401);
    } finally {
      await server.close();
    }
  });
});
