import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { type Content, loadContent } from '../../bot/content.ts';
import { StaticFiles } from '../../bot/http/static-files.ts';
import { CaseFiles } from '../../bot/store/cases.ts';
import { disk, type FileSystem } from '../../bot/store/lowdb/file-system.ts';
import { openLowdbStore } from '../../bot/store/lowdb/open.ts';
import { remembered } from '../left-open.ts';
import { staffInMemory } from './staff-in-memory.ts';

/** What the product was compiled from is the same for all tests, and takes seconds to read. */
let content: Promise<Content> | undefined;

/**
 * The product in this process, over real HTTP, with the real store on a real disk; only the clock is the test's, so that
 * leases and silences of minutes can pass at once.
 */
export class DeskServer {
  readonly url: string;
  readonly setupToken: string;
  readonly #clock: { time: number };
  readonly #timers: Set<{ at: number; run: () => void }>;
  readonly #end: () => Promise<void>;

  private constructor(
    url: string,
    setupToken: string,
    clock: { time: number },
    timers: Set<{ at: number; run: () => void }>,
    end: () => Promise<void>,
  ) {
    this.url = url;
    this.setupToken = setupToken;
    this.#clock = clock;
    this.#timers = timers;
    this.#end = end;
  }

  /** `fs`: the disk for chats and cases, for what happens when it fails. */
  static start(given: Record<string, string> = {}, fs: FileSystem = disk): Promise<DeskServer> {
    return remembered(DeskServer.#start(given, fs));
  }

  static async #start(given: Record<string, string>, fs: FileSystem): Promise<DeskServer> {
    content ??= loadContent(process.cwd(), false).then((loaded) => {
      if (!loaded.ok) throw new Error(loaded.report);
      return loaded.content;
    });
    const loaded = await content;
    const settings = readConfig({ PORT: '0', HOST: '127.0.0.1', ...given });
    if (!settings.ok) throw new Error(settings.problems.join('\n'));
    const folder = mkdtempSync(join(tmpdir(), 'navigator-desk-'));
    const store = await openLowdbStore({ folder, fs });
    const clock = { time: Date.UTC(2026, 10, 20, 18) };
    const timers = new Set<{ at: number; run: () => void }>();
    const setupToken = randomBytes(24).toString('base64url');
    const app: App = createApp({
      config: settings.config,
      content: () => loaded,
      store,
      cases: await CaseFiles.open(folder, fs),
      staff: staffInMemory(setupToken),
      clock: { now: () => clock.time },
      chance: {
        id: () => randomBytes(16).toString('base64url'),
        code: () => randomBytes(8).toString('hex').toUpperCase(),
      },
      log: () => undefined,
      later: (milliseconds, run) => {
        const timer = { at: clock.time + milliseconds, run };
        timers.add(timer);
        return () => timers.delete(timer);
      },
      tokenKey: randomBytes(32),
      assets: StaticFiles.read('none'),
      manifest: {},
      console: { manifest: {}, assets: StaticFiles.read('none') },
    });
    const port = await app.start();
    return new DeskServer(`http://127.0.0.1:${port}`, setupToken, clock, timers, async () => {
      await app.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    });
  }

  /** Lets so many milliseconds pass: what was due runs, in its order. */
  pass(milliseconds: number): void {
    const until = this.#clock.time + milliseconds;
    for (;;) {
      const next = [...this.#timers].filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#clock.time = Math.max(this.#clock.time, next.at);
      next.run();
    }
    this.#clock.time = until;
  }

  close(): Promise<void> {
    return this.#end();
  }
}
