import type { Resource } from '../schema.ts';
import { schedulesOf } from './schedules.ts';
import { attribute } from './terms.ts';
import type { Vocabulary } from './terms.ts';
import { uuidOf } from './uuid.ts';

const STATUS = { paused: 'temporarily closed', unsure: 'active', ended: 'defunct' } as const;
const LANGUAGES = { en: 'English', es: 'Spanish', fr: 'French' } as const;

/**
 * A service in Open Referral HSDS 3.0. Everything HSDS has a field for stands in that field; the rest, and nothing else, in
 * `support_navigator`. Reading it back gives the same service.
 */
export function toHsds(resource: Resource) {
  const { id } = resource;
  const terms: [Vocabulary, string][] = [
    ...resource.kinds.map((kind): [Vocabulary, string] => ['kinds', kind]),
    ['stage', resource.stage],
    ['audience', resource.audience],
    ...resource.formats.map((format): [Vocabulary, string] => ['formats', format]),
    ...(resource.facilitation === null
      ? []
      : [['facilitation', resource.facilitation] as [Vocabulary, string]]),
  ];
  const organization = uuidOf('organisation', resource.organisation);
  return {
    id: uuidOf(id),
    organization_id: organization,
    name: resource.name,
    description: resource.what_to_expect,
    status: resource.status === null ? 'active' : STATUS[resource.status.state],
    ...(resource.url === null ? {} : { url: resource.url }),
    ...(resource.email === null ? {} : { email: resource.email }),
    ...(resource.volatile ? { alert: 'Funds and places open and close. Check before applying.' } : {}),
    fees_description: resource.cost,
    eligibility_description: resource.eligibility,
    assured_date: resource.checked,
    organization: { id: organization, name: resource.organisation, description: resource.organisation },
    phones: phones(resource),
    languages: resource.languages.map((code) => ({
      id: uuidOf(id, 'language', code),
      code,
      name: LANGUAGES[code],
    })),
    schedules: resource.hours === null ? [] : schedulesOf(id, resource.hours),
    service_areas: areas(resource),
    service_at_locations: locations(resource),
    attributes: terms.map(([vocabulary, code]) => attribute(id, vocabulary, code)),
    support_navigator: beyondHsds(resource),
  };
}

function phones({ id, phone, sms }: Resource) {
  return [
    ...(phone === null ? [] : [{ id: uuidOf(id, 'phone'), number: phone, type: 'voice' }]),
    ...(sms === null
      ? []
      : [
          {
            id: uuidOf(id, 'sms'),
            number: sms.number,
            type: 'text',
            ...(sms.keyword === undefined ? {} : { description: sms.keyword }),
          },
        ]),
  ];
}

function areas({ id, regions, counties, near }: Resource) {
  const area = (kind: string, extent: string) => ({
    id: uuidOf(id, 'area', kind, extent),
    name: extent,
    extent,
    extent_type: 'text',
    description: kind,
  });
  return [
    ...regions.map((region) => area('region', region)),
    ...counties.map((county) => area('county', county)),
    ...(near === null ? [] : [area('distance', `within ${near.km} km of ${near.lat}, ${near.lon}`)]),
  ];
}

/** An address only where it is whole: HSDS requires street, town, state and postcode. */
function locations({ id, place, country }: Resource) {
  if (place === null) return [];
  const { city, state, postcode, address } = place;
  const location = { id: uuidOf(id, 'location'), location_type: 'physical', name: `${city}, ${state}` };
  const whole =
    postcode === undefined || address === undefined
      ? {}
      : {
          addresses: [
            {
              id: uuidOf(id, 'address'),
              address_1: address,
              city,
              state_province: state,
              postal_code: postcode,
              country: country === 'UK' ? 'GB' : country,
              address_type: 'physical',
            },
          ],
        };
  return [{ id: uuidOf(id, 'place'), location: { ...location, ...whole } }];
}

/** What HSDS 3.0 has no field for. */
function beyondHsds(resource: Resource) {
  return {
    id: resource.id,
    country: resource.country,
    mbc_named: resource.mbc_named,
    area: resource.area,
    place: resource.place,
    more_languages: resource.more_languages,
    es: resource.es,
    fits: resource.fits,
    volatile: resource.volatile,
    safety_critical: resource.safety_critical,
    confidence: resource.confidence,
    unverified: resource.unverified,
    stale_fields: resource.stale_fields,
    status: resource.status,
    source_url: resource.source_url,
    extra_sources: resource.extra_sources,
    source_date: resource.source_date,
    owner: resource.owner,
    ...(resource.source_date_note === undefined ? {} : { source_date_note: resource.source_date_note }),
    ...(resource.notes === undefined ? {} : { notes: resource.notes }),
  };
}
