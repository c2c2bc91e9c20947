/** "0:42", "12:05", "1:02:10": how long since an instant. */
export function elapsed(since: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** So far away a day of the week could be any, in milliseconds. */
const SAME_WEEK = 6 * 86_400_000;

/** The time of an instant in a zone, as the reader writes it: "Tue 9:14 AM", or "Nov 3, 9:14 AM" when that is long ago. */
export function timeIn(
  at: string | number,
  zone: string | undefined,
  language: string,
  now: number = Date.now(),
): string {
  const isNear = Math.abs(new Date(at).getTime() - now) < SAME_WEEK;
  const day = isNear ? { weekday: 'short' as const } : { day: 'numeric' as const, month: 'short' as const };
  return written(at, zone, language, { ...day, hour: 'numeric', minute: '2-digit' });
}

/** Only the time: "9:14 AM". */
export function hourIn(at: string, zone: string | undefined, language: string): string {
  return written(at, zone, language, { hour: 'numeric', minute: '2-digit' });
}

function written(
  at: string | number,
  zone: string | undefined,
  language: string,
  options: Intl.DateTimeFormatOptions,
): string {
  try {
    return new Intl.DateTimeFormat(language, { ...options, ...(zone ? { timeZone: zone } : {}) }).format(
      new Date(at),
    );
  } catch {
    // A zone that this browser does not know: its own is better than no time.
    return new Intl.DateTimeFormat(language, options).format(new Date(at));
  }
}
