import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { runNav } from '../../bot/cli/run-nav.ts';
import { type Session, Sessions } from '../../bot/console/sessions.ts';
import { readSession } from '../../bot/console/stored.ts';
import { PLAIN } from '../../bot/language/code-frame.ts';
import { FolderLock } from '../../bot/store/lowdb/folder-lock.ts';
import { RecordFiles } from '../../bot/store/lowdb/record-files.ts';

describe('whoever looks after the accounts at the terminal', () => {
  let folder: string;
  let said: string;
  const nav = async (...args: string[]) => {
    said = '';
    return runNav(['staff', ...args, '--data', folder], {
      root: process.cwd(),
      folder,
      out: (text) => void (said += text),
      err: (text) => void (said += text),
      paint: PLAIN,
      now: () => Date.UTC(2026, 10, 20),
      async *lines() {},
    });
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'navigator-staff-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('adds someone, whose password is shown once and stored nowhere', async () => {
    expect(await nav('add', '--name', 'Ana López', '--username', 'ana', '--role', 'supervisor')).to.equal(0);
    expect(said).to.match(/Ana López can sign in as ana with the password (\w{4}-){3}\w{4}/);
    expect(await nav('--json')).to.equal(0);
    const [line] = JSON.parse(said) as Record<string, unknown>[];
    expect(line).to.include({ username: 'ana', role: 'supervisor', active: true });
    expect(line).not.to.have.property('password');
    expect(await nav('add', '--name', 'Ana', '--username', 'ana')).to.equal(1);
    expect(said).to.include('already');
  });

  it('gives someone a new password', async () => {
    await nav('add', '--name', 'Ana', '--username', 'ana');
    expect(await nav('password', 'ana')).to.equal(0);
    expect(said).to.include('new password');
    expect(await nav('password', 'nobody')).to.equal(1);
  });

  it('signs out whoever held the old one', async () => {
    await nav('add', '--name', 'Ana', '--username', 'ana');
    await nav('--json');
    const [ana] = JSON.parse(said) as { id: string }[];
    const open = () => RecordFiles.open<Session>(join(folder, 'sessions'), readSession);
    await new Sessions(await open(), { now: () => Date.UTC(2026, 10, 20) }).begin(ana?.id ?? '');
    expect((await open()).all()).to.have.length(1);
    await nav('password', 'Ana');
    expect((await open()).all()).to.deep.equal([]);
  });

  it('is told to use the console while the server runs', async () => {
    const lock = FolderLock.take(folder);
    try {
      expect(await nav()).to.equal(1);
      expect(said).to.include('console');
    } finally {
      lock.release();
    }
  });

  it('is told which roles there are', async () => {
    expect(await nav('add', '--name', 'Ana', '--username', 'ana', '--role', 'boss')).to.equal(2);
    expect(said).to.include('supervisor');
  });
});
