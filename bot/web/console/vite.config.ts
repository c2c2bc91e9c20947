import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { brotli } from '../brotli.ts';

/** Builds the staff console into `dist/console/`. Staff work on current browsers, so only these are built for. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/console/',
  publicDir: false,
  plugins: [brotli()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
  build: {
    outDir: fileURLToPath(new URL('../dist/console', import.meta.url)),
    emptyOutDir: true,
    target: ['chrome120', 'edge120', 'firefox121', 'safari17'],
    manifest: 'manifest.json',
    modulePreload: false,
    assetsInlineLimit: 0,
    // kB before packing. What goes over the wire is bounded by `tests/browser/weight.test.ts`.
    chunkSizeWarningLimit: 650,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { console: fileURLToPath(new URL('main.tsx', import.meta.url)) },
      // Each file of Fluent UI begins with 'use client', which means nothing here: a thousand warnings hide the one that counts.
      checks: { moduleLevelDirective: false },
    },
  },
});
