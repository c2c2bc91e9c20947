import { around, distance } from 'geokdbush';
import KDBush from 'kdbush';
import type { Resource } from './schema.ts';

/** The middle of an area, and how far the area reaches from it. No finer than the first three digits of a ZIP code. */
export interface Centre {
  lat: number;
  lon: number;
  km: number;
}

/** How far a service is, in bands: what is known of a person's place is too rough for kilometres. */
export const BANDS = { close: 0, nearby: 1, region: 2, far: 3 } as const;
const CLOSE_KM = 40;
const NEARBY_KM = 80;

/** More than fit on any list, also when several are of one organisation; nearer ones come first. */
const MOST = 60;

type Near = NonNullable<Resource['near']>;

/** Services that serve a distance, by where they are. */
export class NearIndex {
  readonly #services: readonly { at: number; near: Near }[];
  readonly #points: KDBush;
  readonly #farthest: number;

  constructor(services: readonly { at: number; near: Near }[]) {
    this.#services = services;
    this.#points = new KDBush(services.length);
    for (const { near } of services) this.#points.add(near.lon, near.lat);
    this.#points.finish();
    this.#farthest = services.reduce((most, { near }) => Math.max(most, near.km), 0);
  }

  /** Services that may reach someone in the area, nearest first, with their band. */
  around(centre: Centre, wanted: (at: number) => boolean): { at: number; band: number }[] {
    if (this.#services.length === 0) return [];
    const reach = this.#farthest + centre.km;
    const service = (n: number) => this.#services[n] as { at: number; near: Near };
    const stopsOrFits = (n: number): boolean => {
      const { at, near } = service(n);
      // The library stops at the first point beyond the reach that it is let through to: otherwise it would go round the world.
      if (kilometres(near, centre) > reach) return true;
      return wanted(at) && bandOf(near, centre) !== null;
    };
    return around(this.#points, centre.lon, centre.lat, MOST, reach, stopsOrFits).map((n) => ({
      at: service(n).at,
      band: bandOf(service(n).near, centre) ?? BANDS.far,
    }));
  }
}

/**
 * The band of a service for someone in an area, or null when it does not reach so far. Someone at the edge of the area counts:
 * a service just out of reach costs a call, one never shown costs the help.
 */
export function bandOf(near: Near, centre: Centre): number | null {
  const km = kilometres(near, centre);
  if (km > near.km + centre.km) return null;
  return km <= CLOSE_KM ? BANDS.close : km <= NEARBY_KM ? BANDS.nearby : BANDS.far;
}

function kilometres(near: Near, centre: Centre): number {
  return distance(centre.lon, centre.lat, near.lon, near.lat);
}
