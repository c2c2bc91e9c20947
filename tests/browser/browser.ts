import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';

const require = createRequire(import.meta.url);

/**
 * Starts a Chromium. On Linux x64 it is the one inside the npm package, unpacked into a cache folder; elsewhere
 * `CHROME_PATH` names an installed Chrome or Chromium.
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROME_PATH'] ?? (await bundledChromium());
  const { chromium } = await import('playwright-core');
  // Only Playwright's own flags: the package's would switch web security off, and tests of it would prove nothing.
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath, headless: true, args: asRoot ? ['--no-sandbox'] : [] });
}

/** Unpacks the bundled Chromium, where there is one. Done once before a run: two files at once would unpack over each other. */
export async function unpackBrowser(): Promise<void> {
  if (process.env['CHROME_PATH'] === undefined && hasBundled()) await bundledChromium();
}

function hasBundled(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

async function bundledChromium(): Promise<string> {
  if (!hasBundled()) {
    throw new Error(
      'Set CHROME_PATH to an installed Chrome or Chromium to run the browser tests on this machine.',
    );
  }
  // The package unpacks its own system libraries only where it believes itself on AWS, and it would take any Chromium
  // it finds in the temporary folder, even one of another version. So it gets a folder of its own version.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  const cache = resolve('node_modules/.cache', `chromium-${versionOf('@sparticuz/chromium')}`);
  mkdirSync(cache, { recursive: true });
  process.env['FONTCONFIG_FILE'] = fontsOf(cache);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = cache;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    return await packaged.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** The package brings a font, and a list of folders that does not name where it unpacks it. Without one, no text shows. */
function fontsOf(cache: string): string {
  const file = join(cache, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${cache}/fonts</dir><cachedir>${cache}/fonts-cache</cachedir></fontconfig>`,
  );
  return file;
}

/** Some packages do not export their `package.json`, so it is looked for beside their main file. */
function versionOf(name: string): string {
  let folder = dirname(require.resolve(name));
  while (!existsSync(join(folder, 'package.json')) || !isOf(folder, name)) folder = dirname(folder);
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

function isOf(folder: string, name: string): boolean {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: string }).name === name;
}
