// Loaded before everything else (`--import`): Node keeps what it makes of our code and the packages' between two starts,
// which saves an eighth of each. Where the folder cannot be written, a start just takes longer.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '..', '..', '.cache', 'code'));
