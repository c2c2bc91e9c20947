import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Account, Accounts, staffLine } from '../console/accounts.ts';
import { type Session, Sessions } from '../console/sessions.ts';
import { readAccount, readSession } from '../console/stored.ts';
import { ROLES, type Role } from '../domain/console.ts';
import { LANGUAGES, type Language } from '../domain/locale.ts';
import { DataFolderLocked, DataFolderUnusable } from '../store/lowdb/folder-error.ts';
import { FolderLock } from '../store/lowdb/folder-lock.ts';
import { RecordFiles } from '../store/lowdb/record-files.ts';
import { type Command, type Io, UsageError } from './command.ts';

export const staff: Command = {
  name: 'staff',
  summary: 'lists staff accounts, adds one, or sets a new password, while the server is stopped',
  usage: `
nav staff [--data DIR] [--json]
nav staff add --name "Ana López" --username ana [--role staff|supervisor|administrator] [--language en|es] [--data DIR]
nav staff password USERNAME [--data DIR]

--data DIR  the data folder of the server (default: data)
--json      one JSON value and nothing else

A password is made and shown once: give it to them in person. While the server runs, use Team in the console.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        data: { type: 'string', default: 'data' },
        name: { type: 'string' },
        username: { type: 'string' },
        role: { type: 'string', default: 'staff' },
        language: { type: 'string', default: 'en' },
        json: { type: 'boolean', default: false },
      },
    });
    const [action, who] = positionals;
    if (action !== undefined && action !== 'add' && action !== 'password') {
      throw new UsageError(`What is ${action}? Known: add, password.`);
    }
    const folder = resolve(io.root, values.data);
    let lock: FolderLock;
    try {
      lock = FolderLock.take(folder);
    } catch (error) {
      if (!(error instanceof DataFolderLocked || error instanceof DataFolderUnusable)) throw error;
      io.err(`${error.message}\nWhile the server runs, accounts are changed under Team in the console.\n`);
      return 1;
    }
    try {
      const clock = { now: () => io.now() };
      const accounts = new Accounts(
        await RecordFiles.open<Account>(join(folder, 'staff'), readAccount),
        clock,
        {
          id: () => randomBytes(16).toString('base64url'),
          code: () => '',
        },
      );
      if (action === 'add') {
        const { name, username, role, language } = values;
        if (name === undefined || username === undefined) throw new UsageError('Give --name and --username.');
        return await add(accounts, io, {
          name,
          username,
          role: roleOf(role),
          language: languageOf(language),
        });
      }
      if (action === 'password') {
        const records = await RecordFiles.open<Session>(join(folder, 'sessions'), readSession);
        return await newPassword(accounts, new Sessions(records, clock), io, who);
      }
      const lines = accounts.all().map(staffLine);
      if (values.json) io.out(`${JSON.stringify(lines)}\n`);
      else if (lines.length === 0)
        io.out('There are no accounts. The server prints a link to set up the first one.\n');
      for (const line of values.json ? [] : lines) {
        io.out(
          `${line.username.padEnd(24)} ${line.role.padEnd(14)} ${line.active ? '' : '(closed) '}${line.name}\n`,
        );
      }
      return 0;
    } finally {
      lock.release();
    }
  },
};

async function add(
  accounts: Accounts,
  io: Io,
  wanted: { name: string; username: string; role: Role; language: Language },
): Promise<number> {
  const password = madePassword();
  const added = await accounts.add({ ...wanted, password });
  if ('problem' in added) {
    io.err(`${added.problem}\n`);
    return 1;
  }
  io.out(
    `${added.name} can sign in as ${added.username} with the password ${password}\nIt is shown only now.\n`,
  );
  return 0;
}

async function newPassword(
  accounts: Accounts,
  sessions: Sessions,
  io: Io,
  username: string | undefined,
): Promise<number> {
  const account = username === undefined ? undefined : accounts.named(username);
  if (account === undefined) {
    io.err(`Nobody signs in as ${username ?? 'that'}. "nav staff" lists the names.\n`);
    return 1;
  }
  const password = madePassword();
  await accounts.change(account.id, { password });
  // Whoever held the old password has to sign in again.
  await sessions.endAll(account.id);
  io.out(`${account.username} has the new password ${password}\nIt is shown only now.\n`);
  return 0;
}

/** Sixteen letters that nobody guesses, in groups that can be read out. */
function madePassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const drawn = [...randomBytes(16)].map((byte) => letters[byte % letters.length] ?? 'x').join('');
  return drawn.match(/.{4}/g)?.join('-') ?? drawn;
}

function roleOf(text: string): Role {
  const role = ROLES.find((one) => one === text);
  if (role === undefined) throw new UsageError(`There is no role ${text}. Known: ${ROLES.join(', ')}.`);
  return role;
}

function languageOf(text: string): Language {
  const language = LANGUAGES.find((one) => one === text);
  if (language === undefined)
    throw new UsageError(`There is no language ${text}. Known: ${LANGUAGES.join(', ')}.`);
  return language;
}
