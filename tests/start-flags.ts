import { readFileSync } from 'node:fs';

const manifest = new URL('../package.json', import.meta.url);

/** What `npm start` gives Node: what is tested and measured runs as the product does. */
export function flagsOfStart(): string[] {
  const { scripts } = JSON.parse(readFileSync(manifest, 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}
