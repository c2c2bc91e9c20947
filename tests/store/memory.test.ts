import { MemoryStore } from '../../bot/store/memory.ts';
import { conformance } from './conformance.ts';

describe('store in memory', () => {
  conformance(async () => new MemoryStore());
});
