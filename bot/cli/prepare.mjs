// Runs before every npm script, in plain JavaScript that Node 20 can run: makes sure that the right Node, the packages
// of the lockfile and (with --page) the built chat page are there, and does nothing when they are. Speaks on standard
// error only, so that `--json` output stays clean.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
process.chdir(root);

checkNode();
installPackages();
if (process.argv.includes('--page')) buildPage();

/** Linux on x64 brings its own Node 24 with the packages; elsewhere this Node must be able to run TypeScript. */
function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const atLeast = (a, b) => major > a || (major === a && minor >= b);
  const bringsNode = process.platform === 'linux' && process.arch === 'x64';
  const enough = bringsNode ? atLeast(20, 19) : atLeast(22, 18);
  if (enough) return;
  stop(
    `Support Navigator needs Node ${bringsNode ? '20.19' : '22.18'} or later on ${process.platform} ${process.arch}; this is ${process.versions.node}.\n` +
      'Get a current one from https://nodejs.org and run the command again.',
  );
}

/** `npm ci` when the lockfile is not the one that was installed last. */
function installPackages() {
  const stamp = join('node_modules', '.installed');
  const wanted = hash([readFileSync('package-lock.json')]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (about a minute the first time) …');
  // Install scripts are left out: nothing here needs one, and a package should not run code by being installed.
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const done = spawnSync(
    npm[0],
    [...npm.slice(1), 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: ['ignore', 2, 2],
      shell: npm.length === 1 && process.platform === 'win32',
    },
  );
  if (done.status !== 0) {
    stop(
      'The packages could not be installed. Check the network and the free disk space, then run the command again.',
    );
  }
  writeFileSync(stamp, wanted);
  say('Packages are in place.');
}

/** Builds the chat page and the console when one of their sources is newer than the build. */
function buildPage() {
  const out = join('bot', 'web', 'dist');
  const stamp = join(out, '.built');
  const sources = filesBelow(join('bot', 'web'))
    .filter((file) => !file.startsWith(out))
    .concat('package-lock.json', filesBelow(join('bot', 'domain')));
  const wanted = hash(sources.flatMap((file) => [Buffer.from(file), readFileSync(file)]));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building the chat page and the staff console …');
  const bundled = join('node_modules', '.bin', 'node');
  const node = existsSync(bundled) ? bundled : process.execPath;
  for (const page of [join('bot', 'web'), join('bot', 'web', 'console')]) {
    const done = spawnSync(
      node,
      [join('node_modules', 'vite', 'bin', 'vite.js'), 'build', page, '--logLevel', 'warn'],
      { stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'production' } },
    );
    if (done.status !== 0) {
      rmSync(out, { recursive: true, force: true });
      stop('The pages could not be built; the lines above say why.');
    }
  }
  mkdirSync(out, { recursive: true });
  writeFileSync(stamp, wanted);
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'dist' ? [] : filesBelow(path);
      return [path];
    });
}

function hash(pieces) {
  const sum = createHash('sha256');
  for (const piece of pieces) sum.update(piece).update('\0');
  return sum.digest('hex');
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function stop(message) {
  say(message);
  process.exit(1);
}
