/**
 * The address a request came from, for allowances. Behind `proxies` proxies of our own, each of which adds the address
 * it saw to X-Forwarded-For, that is the one the outermost of them saw; what stands before it anyone could have
 * written. An IPv6 address counts by its first 64 bits: one household has all the others.
 */
export function clientAddress(peer: string, forwardedFor: string | undefined, proxies: number): string {
  const seen = (forwardedFor ?? '').split(',').map((address) => address.trim());
  const address = proxies > 0 ? (seen.at(-proxies) ?? '') : '';
  return network(address === '' ? peer : address);
}

function network(address: string): string {
  if (address.startsWith('::ffff:')) return address.slice('::ffff:'.length);
  if (!address.includes(':')) return address.slice(0, 64);
  const [head = '', tail = ''] = address.split('::', 2);
  const groups = head.split(':');
  const missing = address.includes('::') ? 8 - groups.length - tail.split(':').length : 0;
  return [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0')].slice(0, 4).join(':');
}
