/** Names asked for lately → their canonical name, or null when there is no such zone. Emptied when full. */
const lately = new Map<string, string | null>();
const FULL = 1000;
/** The longest real name has 32 characters. */
const LONGEST = 64;

/**
 * The canonical name of a time zone that a device sent, or undefined when this computer does not know it: a device may send
 * any text. The check itself is slow, so answers are kept, but never more than a thousand of them.
 */
export function knownZone(name: string | undefined): string | undefined {
  if (name === undefined || name.length > LONGEST) return undefined;
  let zone = lately.get(name);
  if (zone === undefined) {
    zone = canonical(name);
    if (lately.size >= FULL) lately.clear();
    lately.set(name, zone);
  }
  return zone ?? undefined;
}

function canonical(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
