import type { Content } from './content.ts';
import type { Language } from './domain/locale.ts';
import { titleOf } from './engine/speak.ts';

type Names = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** Dialogs that a person opens because they want something; others are steps on the way. */
const DOORS: Names = {
  frightened: { en: 'Frightened, or cannot sleep', es: 'Miedo, o no puede dormir' },
  'reach-a-person': { en: 'A person', es: 'Una persona' },
  'something-to-read': { en: 'Something to read', es: 'Algo para leer' },
  'money-work-travel': { en: 'Money, work, travel', es: 'Dinero, trabajo, traslados' },
  caregiver: { en: 'I care for someone', es: 'Cuido a alguien' },
  'just-show-me': { en: 'Just show me', es: 'Solo mostrar' },
  'find-support': { en: 'Ask me, then suggest', es: 'Preguntar y luego sugerir' },
  'services-near-me': { en: 'Services near me', es: 'Servicios cerca' },
  'what-is-mbc': {
    en: 'What is metastatic breast cancer',
    es: 'Qué es el cáncer de mama metastásico',
  },
  'talking-with-family': {
    en: 'Talking with family and children',
    es: 'Hablar con la familia y los hijos',
  },
  'palliative-or-hospice': { en: 'Palliative care or hospice', es: 'Cuidados paliativos u hospicio' },
  'not-now': { en: 'Not now', es: 'Ahora no' },
  urgent: { en: 'Urgent help', es: 'Ayuda urgente' },
};
const PLAIN: Names = {
  live: { en: 'Chat', es: 'Chat' },
  callback: { en: 'Call back', es: 'Llamada' },
  yes: { en: 'Yes', es: 'Sí' },
  partly: { en: 'Partly', es: 'En parte' },
  no: { en: 'Not really', es: 'En realidad, no' },
  en: { en: 'English', es: 'Inglés' },
  es: { en: 'Spanish', es: 'Español' },
};
const NOT_REACHED = { en: 'No', es: 'No' };
const NO_PLACE = { en: 'Place not given', es: 'Lugar sin indicar' };

/** What a count is called in the needs report; undefined when it is not shown there. */
export function nameOfKey(
  { program, directory }: Content,
  group: string,
  id: string,
  language: Language,
): string | undefined {
  switch (group) {
    case 'dialog':
      return DOORS[id]?.[language];
    case 'option':
      return program.options.has(id) ? titleOf(program, id, language) : undefined;
    case 'reached':
      return (id === 'no' ? NOT_REACHED : PLAIN[id])?.[language];
    case 'gap':
      return id === 'unknown'
        ? NO_PLACE[language]
        : (directory.viewContext({ language, now: 0 }).regionName(id) ?? id);
    default:
      return PLAIN[id]?.[language] ?? id;
  }
}
