import { loadDirectory } from '../../bot/directory/load.ts';

const load = loadDirectory('resources');
if (!load.ok) throw new Error(`the directory does not load: ${JSON.stringify(load.problems, null, 1)}`);

/** The directory as it ships, read once for all tests of this room. */
export const { loaded } = load;
export const { directory, resources, lines, views } = loaded;
export const { notices } = load;
