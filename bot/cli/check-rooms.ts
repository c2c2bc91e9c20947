import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from '../language/program.ts';
import { loadSafety } from '../safety/load.ts';

/** What the check of another room found. `place` is a file, with a path or a line where one is known. */
export interface RoomResult {
  name: string;
  summary: string;
  problems: { place: string; message: string }[];
}

/** Checks the safety rules, and what the dialogs expect of them. */
export async function checkOtherRooms(root: string, _program: Program): Promise<RoomResult[]> {
  return [await checkSafety(root)];
}

async function checkSafety(root: string): Promise<RoomResult> {
  const folder = join(root, 'resources', 'safety');
  const name = 'safety rules';
  if (!existsSync(join(folder, 'guards.yaml'))) {
    return { name, summary: 'not checked, resources/safety is not there', problems: [] };
  }
  const loaded = await loadSafety(folder);
  const problems = ('problems' in loaded ? loaded.problems : []).map(({ file, path, message }) => ({
    place: `resources/safety/${file}${path ? ` ${path}` : ''}`,
    message,
  }));
  return { name, summary: problems.length > 0 ? `${problems.length} problems` : 'no errors', problems };
}
