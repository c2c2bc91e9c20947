// `npm run check`: everything that can be said of the sources without running them, in seconds. All steps run, so that
// one look shows all there is to mend.
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

const bin = join('node_modules', '.bin');
const steps = [
  ['types', 'tsc', ['--noEmit']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings', 'bot', 'tests']],
  ['format', 'biome', ['format', 'bot', 'tests']],
  [
    'dialogs, options, directory, safety',
    'node',
    ['--disable-warning=ExperimentalWarning', 'bot/cli/nav.ts', 'check'],
  ],
];

const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH}` };
const results = await Promise.all(steps.map(([name, command, args]) => run(name, command, args)));
for (const result of results) {
  process.stdout.write(
    `${result.ok ? 'ok    ' : 'FAILED'} ${result.name} (${(result.ms / 1000).toFixed(1)} s)\n`,
  );
  if (!result.ok || result.name.startsWith('dialogs')) process.stdout.write(result.output);
}
process.exitCode = results.every((result) => result.ok) ? 0 : 1;

function run(name, command, args) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(join(bin, command), args, { env });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) =>
      resolve({ name, ok: false, output: `${error.message}\n`, ms: performance.now() - started }),
    );
    child.on('close', (code) => resolve({ name, ok: code === 0, output, ms: performance.now() - started }));
  });
}
