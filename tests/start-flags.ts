import { readFileSync } from 'node:fs';

const root = new URL('..', import.meta.url);

/** What `npm start` gives Node: what is tested and measured runs as the product does. */
export function flagsOfStart(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    scripts: { start: string };
  };
  return scripts.start
    .split(' ')
    .filter((word) => word.startsWith('--'))
    .map((flag) => flag.replace('=./', `=${root.href}`));
}
