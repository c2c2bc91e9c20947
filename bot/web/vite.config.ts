import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { brotli } from './brotli.ts';

/** The oldest browsers the page is built for; `README.md` says what was chosen and why. */
const OLDEST = ['chrome80', 'edge80', 'firefox78', 'safari13.1', 'ios13.4'];

/**
 * Builds the chat page into `dist/`: `assets/*` with a hash in each name, a `.br` beside each file that gets smaller
 * by it, and `manifest.json`, which `page.ts` reads the names from.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  publicDir: 'public',
  plugins: [brotli()],
  // The server looks Preact's JSX up by itself; no plugin is needed for it.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: OLDEST,
    cssTarget: OLDEST,
    manifest: 'manifest.json',
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { input: { chat: fileURLToPath(new URL('chat/main.tsx', import.meta.url)) } },
  },
});
