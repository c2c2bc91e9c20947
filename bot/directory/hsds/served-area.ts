import type { Country } from '../../domain/locale.ts';
import { fold } from '../fold.ts';
import { regionOf } from '../intake/names.ts';
import type { PlaceTables } from '../place-tables.ts';
import type { HsdsService } from './service.ts';

/** Where a service is offered, as far as its areas and addresses say. */
export interface ServedArea {
  country: string | undefined;
  regions: string[];
  counties: string[];
  near: { km: number; lat: number; lon: number } | null;
  place: { city: string; state: string; postcode?: string; address?: string } | null;
  notes: string[];
}

const CODES: Readonly<Record<string, Country>> = {
  us: 'US',
  usa: 'US',
  'united states': 'US',
  'united states of america': 'US',
  au: 'AU',
  australia: 'AU',
  gb: 'UK',
  uk: 'UK',
  'united kingdom': 'UK',
  ca: 'CA',
  canada: 'CA',
  nz: 'NZ',
  'new zealand': 'NZ',
};
const DISTANCE = /^within ([\d.]+) km of (-?[\d.]+), (-?[\d.]+)$/;

/** Reads the areas of a service. `known` is a country given from outside, where the service names none. */
export function servedArea(service: HsdsService, tables: PlaceTables, known: string | undefined): ServedArea {
  const location = service.service_at_locations?.find((one) => one.location?.addresses?.length)?.location;
  const address = location?.addresses?.[0];
  const country = CODES[fold(address?.country ?? '')] ?? known;
  const found: ServedArea = { country, regions: [], counties: [], near: null, place: null, notes: [] };
  for (const area of service.service_areas ?? []) {
    const texts = [area.extent, area.name, area.description].filter((text) => typeof text === 'string');
    const [first = ''] = texts;
    const distance = DISTANCE.exec(first);
    // Our own exports say so, and mean the code: elsewhere "CA" is California as often as Canada.
    const own = area.description === 'region' ? first : undefined;
    const region =
      own ?? texts.map((text) => regionOf(text, country, tables)).find((one) => one !== undefined);
    if (distance !== null) {
      const [, km, lat, lon] = distance.map(Number);
      found.near = { km: km ?? 0, lat: lat ?? 0, lon: lon ?? 0 };
    } else if (area.description === 'county' || / county$/i.test(first)) {
      found.counties.push(first.replace(/ county$/i, ''));
    } else if (region !== undefined) found.regions.push(region);
    else found.notes.push('a service area that names no state was not used');
  }
  if (address?.city != null && address.state_province != null) {
    const { city, state_province: state, postal_code: postcode, address_1: street } = address;
    found.place = {
      city,
      state,
      ...(postcode == null ? {} : { postcode }),
      ...(street == null ? {} : { address: street }),
    };
    if (found.regions.length === 0) {
      const region = regionOf(state, country, tables);
      if (region !== undefined) {
        found.regions.push(region);
        found.notes.push('no area served is given: the state of its address was taken');
      }
    }
  }
  return found;
}
