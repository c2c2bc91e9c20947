import { z } from 'zod/v4';

/**
 * What is read of a service in Open Referral HSDS 3.0. Loose on purpose: lists in the wild leave fields out, or write null, and
 * HSDS allows further ones. `support_navigator` is our own: what HSDS has no field for.
 */
const text = z.string().nullish();
const list = <T extends z.ZodType>(item: T) => z.array(item).nullish();

const phone = z.looseObject({
  number: z.string(),
  extension: z.unknown().optional(),
  type: text,
  description: text,
});
const language = z.looseObject({ name: text, code: text });
const schedule = z.looseObject({
  freq: text,
  byday: text,
  interval: z.unknown().optional(),
  description: text,
  opens_at: text,
  closes_at: text,
  notes: text,
});
const area = z.looseObject({ name: text, description: text, extent: text, extent_type: text });
const address = z.looseObject({
  address_1: text,
  city: text,
  state_province: text,
  postal_code: text,
  country: text,
});
const location = z.looseObject({ name: text, addresses: list(address), phones: list(phone) });
const term = z.looseObject({ code: text, name: text, taxonomy: text });

export const hsdsServiceSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  status: text,
  description: text,
  url: text,
  email: text,
  interpretation_services: text,
  fees_description: text,
  fees: text,
  eligibility_description: text,
  assured_date: text,
  organization: z
    .looseObject({ name: text, email: text, website: text, uri: text, phones: list(phone) })
    .nullish(),
  phones: list(phone),
  languages: list(language),
  schedules: list(schedule),
  service_areas: list(area),
  service_at_locations: list(
    z.looseObject({ location: location.nullish(), phones: list(phone), schedules: list(schedule) }),
  ),
  cost_options: list(z.looseObject({ option: text, amount_description: text })),
  attributes: list(z.looseObject({ taxonomy_term: term.nullish() })),
  support_navigator: z.record(z.string(), z.unknown()).nullish(),
});
export type HsdsService = z.infer<typeof hsdsServiceSchema>;
export type HsdsPhone = z.infer<typeof phone>;
export type HsdsSchedule = z.infer<typeof schedule>;
