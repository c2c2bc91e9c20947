import { v5 } from 'uuid';

/** HSDS wants UUIDs. Ours are made from names (RFC 9562, version 5), so that each export has the same ones. */
const NAMESPACE = 'd9b1d7db-5f0c-5d7f-9d0e-6a3f7c2b1e40';

/** The UUID of a part of a service: `uuidOf('komen-helpline', 'phone')`. */
export function uuidOf(...names: readonly (string | number)[]): string {
  return v5(names.join(' '), NAMESPACE);
}
