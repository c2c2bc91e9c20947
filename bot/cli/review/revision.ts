import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../command.ts';

const PATHS = ['dialogs', 'resources', 'bot/web/chat/words', 'bot/channel/words.ts', 'package.json'];

/** Does something with the authors' files as they were at a git revision, in a folder that is removed afterwards. */
export async function atRevision<T>(
  root: string,
  revision: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'nav-review-'));
  try {
    const git = (...args: string[]) =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const archive = join(folder, 'files.tar');
    try {
      const commit = git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`).trim();
      const there = git('ls-tree', '-d', '-r', '-t', '--name-only', commit).split('\n');
      const files = git('ls-tree', '--name-only', commit).split('\n');
      const paths = PATHS.filter((path) => there.includes(path) || files.includes(path));
      git('archive', '--output', archive, commit, '--', ...paths);
    } catch {
      throw new UsageError(`git knows no revision ${revision} here.`);
    }
    execFileSync('tar', ['-xf', archive, '-C', folder]);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
