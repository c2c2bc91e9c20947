import { watch as watchFolder } from 'node:fs';
import { join } from 'node:path';
import { loadContent, type Content } from './content.ts';

export interface WatchParts {
  /** Root of the repository. */
  root: string;
  colour: boolean;
  /** Takes over when everything is right again. */
  changed: (content: Content) => void;
  /** Tells the author what is wrong, or that it is mended. */
  tell: (text: string) => void;
}

/** Editors write a file in several steps. */
const SETTLE = 120;

/**
 * Reads dialogs and resources again when an author saves. While something is wrong, the last good content stays in
 * use. Returns how to stop.
 */
export function watchContent(parts: WatchParts): () => void {
  let timer: NodeJS.Timeout | undefined;
  let reading = false;
  let again = false;
  const read = async () => {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    do {
      again = false;
      const loaded = await loadContent(parts.root, parts.colour);
      if (loaded.ok) {
        parts.changed(loaded.content);
        parts.tell(`Read again, no errors (${loaded.content.program.revision.slice(0, 8)}).`);
      } else {
        parts.tell(`${loaded.report}\n\nThe last good version stays in use until this is mended.`);
      }
    } while (again);
    reading = false;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), SETTLE);
  };
  const watchers = ['dialogs', 'resources'].map((folder) =>
    watchFolder(join(parts.root, folder), { recursive: true }, (_event, name) => {
      if (name?.endsWith('.yaml') === true || name?.endsWith('.yml') === true) soon();
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
