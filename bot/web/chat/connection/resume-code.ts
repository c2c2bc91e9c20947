import type { Surroundings } from '../surroundings.ts';
import { type Opened, request } from './direct-line.ts';

/** Why a code opened nothing: no chat has it, too many codes were tried from here, or the server cannot be reached. */
export type CodeRefused = 'unknown' | 'too-many' | 'away';

/** The chat that a written-down code belongs to. `url`: where the server takes codes. */
export async function openByCode(
  around: Surroundings,
  url: string,
  code: string,
): Promise<Opened | CodeRefused> {
  const outcome = await request<Opened>(around, url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    credentials: 'omit',
    cache: 'no-store',
    body: JSON.stringify({ code }),
  });
  if (outcome.kind === 'ok') return outcome.value;
  if (outcome.kind === 'busy') return 'too-many';
  return outcome.kind === 'unreachable' ? 'away' : 'unknown';
}
