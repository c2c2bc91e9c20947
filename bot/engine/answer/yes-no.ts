import { normalise } from '../../language/normalise.ts';

const YES = new Set([
  'yes',
  'y',
  'yeah',
  'yep',
  'yup',
  'ok',
  'okay',
  'sure',
  'yes please',
  'of course',
  'i do',
  'i am',
  'that works',
  'go ahead',
  'si',
  'claro',
  'vale',
  'bueno',
  'si por favor',
  'por supuesto',
  'de acuerdo',
]);
const NO = new Set([
  'no',
  'n',
  'nope',
  'nah',
  'not really',
  'no thanks',
  'no thank you',
  'not now',
  'not yet',
  'i dont',
  'im not',
  'no gracias',
  'ahora no',
  'todavia no',
  'la verdad no',
]);

/** "yes", "not really", "sí, por favor", in either language. Undefined when it is neither. */
export function readYesNo(text: string): boolean | undefined {
  const said = normalise(text);
  if (YES.has(said)) return true;
  if (NO.has(said)) return false;
  return undefined;
}
