import { uuidOf } from './uuid.ts';

/** Our small vocabularies, as HSDS taxonomies: what a service offers, to whom, how, and who leads it. */
export const TAXONOMIES = {
  kinds: 'Support Navigator: needs',
  stage: 'Support Navigator: stage',
  audience: 'Support Navigator: audience',
  formats: 'Support Navigator: format',
  facilitation: 'Support Navigator: facilitation',
} as const;
export type Vocabulary = keyof typeof TAXONOMIES;

/** A term of one of our vocabularies on a service, in the form of HSDS. */
export function attribute(service: string, vocabulary: Vocabulary, code: string) {
  return {
    id: uuidOf(service, 'attribute', vocabulary, code),
    link_entity: 'service',
    taxonomy_term: {
      id: uuidOf('term', vocabulary, code),
      code,
      name: code.replaceAll('-', ' ').replaceAll('_', ' '),
      description: `${vocabulary}: ${code}`,
      taxonomy: TAXONOMIES[vocabulary],
    },
  };
}
