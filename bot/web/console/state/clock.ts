/** "0:42", "12:05", "1:02:10": how long since an instant. */
export function elapsed(since: string, now: number): string {
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** The time of an instant in a zone, as the reader writes it: "Tue 9:14 AM". */
export function timeIn(at: string | number, zone: string | undefined, language: string): string {
  return written(at, zone, language, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
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
