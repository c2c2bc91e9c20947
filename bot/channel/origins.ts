/** Whether a page of `origin` may talk to us, when the request named `host`. */
export type MayCall = (origin: string, host: string | undefined) => boolean;

/**
 * Pages of our own origin may, and those of the origins the deployment allows. Our own origin is the public address,
 * or whatever name the request itself used.
 */
export function callers(publicUrl: string | undefined, allowed: readonly string[]): MayCall {
  const known = new Set(allowed);
  if (publicUrl !== undefined) known.add(new URL(publicUrl).origin);
  return (origin, host) => {
    if (known.has(origin)) return true;
    return URL.canParse(origin) && host !== undefined && new URL(origin).host === host.toLowerCase();
  };
}
