import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect } from 'chai';

/** Which rooms a room may import, besides itself. The drawing in bot/README.md says the same. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  language: ['domain'],
  learnt: [],
  safety: ['domain', 'language', 'learnt'],
  understanding: ['domain', 'language', 'learnt'],
  directory: ['domain', 'language'],
  engine: ['domain', 'language', 'directory'],
  handoff: ['domain'],
  turn: ['domain', 'language', 'engine', 'directory', 'handoff'],
  store: ['domain', 'turn'],
  channel: ['domain', 'turn', 'language'],
  notices: ['domain', 'turn'],
  console: ['domain', 'language', 'directory', 'handoff', 'notices', 'turn', 'channel'],
  http: ['domain', 'turn', 'channel', 'web'],
  web: ['domain'],
};

/** Packages that only one room may import, and why is in bot/README.md. */
const OWNED: [pattern: RegExp, rooms: string[]][] = [
  [/^(botbuilder|botframework-)/, ['channel']],
  [/^restify/, ['http']],
  [/^lowdb/, ['store']],
  [/^(preact|react|@fluentui)/, ['web']],
  [/^(jose|ws)(\/|$)/, ['channel']],
  [/^@node-rs\/argon2/, ['console']],
  [/^nodemailer/, ['notices']],
  [/^minisearch/, ['understanding']],
  [/^(geo)?kdbush/, ['directory']],
  [/^csv-parse/, ['cli']],
];

/** Rooms whose files do no I/O and read no clock, but for the one file that loads. */
const PURE = ['domain', 'engine', 'language', 'safety', 'understanding', 'directory', 'handoff'];

interface Source {
  path: string;
  room: string;
  text: string;
  imports: string[];
}

const sources: Source[] = files('bot').map((path) => {
  const text = readFileSync(path, 'utf8');
  const room = path.split('/').length > 2 ? (path.split('/')[1] ?? '') : 'main';
  return {
    path,
    room,
    text,
    imports: [...text.matchAll(/^(?:import|export)[^'"]*?from\s+['"]([^'"]+)['"]/gms)].map(
      (match) => match[1] ?? '',
    ),
  };
});

describe('the rooms', () => {
  it('import only what they may', () => {
    const wrong = sources.flatMap(({ path, room, imports }) => {
      const allowed = MAY_IMPORT[room];
      if (allowed === undefined) return [];
      return imports
        .filter((name) => name.startsWith('.'))
        .map((name) => relative('bot', resolve(dirname(path), name)).split('/')[0] ?? '')
        .filter((to) => to !== room && !allowed.includes(to))
        .map((to) => `${path} imports ${to}`);
    });
    expect(wrong).to.deep.equal([]);
  });

  it('keep platform packages to the one room that owns them', () => {
    const wrong = sources.flatMap(({ path, room, imports }) =>
      imports
        .filter((name) => OWNED.some(([pattern, rooms]) => pattern.test(name) && !rooms.includes(room)))
        .map((name) => `${path} imports ${name}`),
    );
    expect(wrong).to.deep.equal([]);
  });

  it('read the environment in config.ts alone', () => {
    const wrong = sources.filter(({ path, text }) => path !== 'bot/config.ts' && /process\.env\b/.test(text));
    expect(wrong.map(({ path }) => path)).to.deep.equal([]);
  });

  it('that are pure read no clock, no chance and no file', () => {
    const wrong = sources
      .filter(({ path, room }) => PURE.includes(room) && !path.endsWith('/load.ts'))
      .filter(
        ({ text, imports }) =>
          /\bDate\.now\(|new Date\(\)|Math\.random\(|DateTime\.now\(/.test(text) ||
          imports.some((name) => /^node:(fs|net|http|child_process)/.test(name)),
      );
    expect(wrong.map(({ path }) => path)).to.deep.equal([]);
  });
});

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'dist' ? [] : files(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
