import type { Place } from '../domain/place.ts';
import { bits } from './bits.ts';
import { FORMATS } from './schema.ts';
import type { Entry } from './search-index.ts';
import type { DirectoryQuery, FoundReason } from './types.ts';

/** Why a service was found, as data. `place` is where the person lives, when that is known. */
export function foundReasons(
  entry: Entry,
  isLocal: boolean,
  query: DirectoryQuery,
  place: Place | undefined,
  byWords: boolean,
): FoundReason[] {
  const found: FoundReason[] = [];
  if (isLocal && place !== undefined) found.push({ kind: 'in-place', place: place.label });
  if (entry.stage === 0) found.push({ kind: 'mbc-specific' });
  const format = query.formats?.find((name) => (bits(FORMATS, [formatName(name)]) & entry.formats) !== 0);
  if (format !== undefined) found.push({ kind: 'format', format });
  if (query.audience === 'caregiver') found.push({ kind: 'caregivers' });
  if (byWords) found.push({ kind: 'words' });
  if (!isLocal && (place !== undefined || found.length === 0)) found.push({ kind: 'national' });
  return found;
}

/** Ways are written `in_person` and `in-person`; something to read is found online. */
export function formatName(name: string): string {
  return name === 'reading' ? 'online' : name.replace('-', '_');
}
