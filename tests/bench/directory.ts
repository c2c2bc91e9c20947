import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoadedDirectory } from '../../bot/directory/build.ts';
import { loadDirectory } from '../../bot/directory/load.ts';
import { KINDS } from '../../bot/directory/schema.ts';
import type { DirectoryQuery } from '../../bot/directory/types.ts';
import { quantile } from './figures.ts';

/** What a long list of services costs: the shipped ones and generated ones, `count` in all but the shipped. */
export interface DirectoryFigures {
  services: number;
  /** Reading, checking and indexing all of it. */
  loadSeconds: number;
  megabytes: number;
  /** By need, place and distance. */
  p50: number;
  p99: number;
  /** By typed words. */
  wordsP99: number;
}

const root = join(import.meta.dirname, '..', '..', 'resources');

/** Loads a directory with so many generated services beside the shipped ones, and asks it so many questions. */
export function directoryFigures(count: number, questions: number): DirectoryFigures {
  const before = memory();
  const started = performance.now();
  const loaded = loadGenerated(count);
  const loadSeconds = (performance.now() - started) / 1000;
  const megabytes = Math.round((memory() - before) / 1e6);
  const queries = asked(questions);
  const plain = queries.map((query) => time(loaded, query));
  // The first thousand warm the engine up and do not count.
  const warm = plain.slice(Math.min(1000, questions / 2));
  const words = queries.map((query, n) => time(loaded, { ...query, words: WORDS[n % WORDS.length] ?? '' }));
  return {
    services: loaded.resources.size,
    loadSeconds: rounded(loadSeconds),
    megabytes,
    p50: rounded(quantile(warm, 0.5)),
    p99: rounded(quantile(warm, 0.99)),
    wordsP99: rounded(quantile(words.slice(Math.min(1000, questions / 2)), 0.99)),
  };
}

/** The shipped directory and so many generated services, read from a folder as any list is. */
export function loadGenerated(count: number): LoadedDirectory {
  const folder = mkdtempSync(join(tmpdir(), 'services-'));
  try {
    cpSync(root, folder, { recursive: true });
    writeFileSync(join(folder, 'directory', 'generated.json'), generated(count));
    const load = loadDirectory(folder);
    if (!load.ok) throw new Error(JSON.stringify(load.problems.slice(0, 3)));
    return load.loaded;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const STATES: readonly (readonly [state: string, zip3: string, lat: number, lon: number])[] = [
  ['NY', '100', 40.8, -74],
  ['CA', '900', 34, -118.3],
  ['TX', '770', 29.8, -95.4],
  ['FL', '331', 25.8, -80.2],
  ['IL', '606', 41.9, -87.7],
  ['MT', '598', 47, -114.3],
  ['PA', '191', 40, -75.1],
  ['WA', '981', 47.6, -122.3],
];
const NEEDS = [
  'transport',
  'counselling',
  'financial-assistance',
  'peer-led-group',
  'lodging',
  'wigs-practical',
];
const WORDS = ['gas card', 'group', 'gruop', 'rides downtown', 'service 4711', 'counseling', 'wigs', 'night'];
const STREETS = ['river', 'cedar', 'harbor', 'hill', 'market', 'union', 'lake', 'garden'];

/** Services as a large list has them: few for the country, many for a state, half of them around a town. The same each time. */
function generated(count: number): string {
  const services = Array.from({ length: count }, (_, n) => {
    const [state, , lat, lon] = STATES[n % STATES.length] as (typeof STATES)[number];
    const national = n % 50 === 0;
    const spread = (step: number) => ((n * step) % 401) / 100 - 2;
    const near = { lat: round3(lat + spread(7)), lon: round3(lon + spread(13)), km: 20 + (n % 5) * 20 };
    return JSON.stringify({
      id: `generated-${n}`,
      name: `Service ${n} of ${STREETS[n % STREETS.length]} street`,
      organisation: `Organisation ${Math.floor(n / 3)}`,
      kinds: [NEEDS[n % NEEDS.length], KINDS[n % 17]],
      audience: (['patient', 'caregiver', 'both'] as const)[n % 3],
      stage: (['mbc-specific', 'any-stage', 'any-cancer'] as const)[n % 3],
      country: 'US',
      regions: national ? ['national'] : [`US-${state}`],
      ...(national || n % 2 === 0 ? {} : { near }),
      languages: ['en'],
      formats: n % 4 === 0 ? ['phone'] : ['in_person', 'phone'],
      phone: `1-406-555-${String(1000 + (n % 9000))}`,
      cost: 'free',
      eligibility: 'People with cancer who live near by.',
      what_to_expect: `You call ahead, and someone of ${STREETS[(n * 3) % STREETS.length]} house tells you the rest.`,
      confidence: n % 5 === 0 ? 'high' : 'medium',
      source_url: `https://example.org/${n}`,
      checked: '2026-11-20',
    });
  });
  return `{"resources":[\n${services.join(',\n')}\n]}`;
}

function asked(count: number): DirectoryQuery[] {
  return Array.from({ length: count }, (_, n): DirectoryQuery => {
    const [state, zip3] = STATES[n % STATES.length] as (typeof STATES)[number];
    const place = { country: 'US' as const, state, label: state, ...(n % 3 === 0 ? {} : { zip3 }) };
    return {
      country: 'US',
      limit: 5,
      now: Date.UTC(2026, 10, 21),
      ...(n % 7 === 0 ? {} : { place, local: 'prefer' as const }),
      ...(n % 5 === 0 ? {} : { kinds: n % 2 === 0 ? [NEEDS[n % NEEDS.length] ?? ''] : NEEDS }),
      ...(n % 4 === 0 ? { formats: ['video', 'phone'] } : {}),
      ...(n % 6 === 0 ? { audience: 'caregiver' as const } : {}),
    };
  });
}

function time(loaded: LoadedDirectory, query: DirectoryQuery): number {
  const started = performance.now();
  loaded.directory.search(query);
  return performance.now() - started;
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
