import type { Language } from '../domain/locale.ts';

const en = {
  skip: 'Skip',
  back: 'Back',
  why: 'Why do you ask?',
  person: 'A person',
  urgent: 'Urgent help',
  send: 'Send',
  keep: 'Keep this',
  involves: 'What this involves',
  draft: 'Draft. Not yet reviewed.',
  because: 'Why this is here',
  youCanAnswer: 'You can answer',
  cost: 'Cost',
  hours: 'Hours',
  who: 'Who it is for',
  where: 'Where',
  languages: 'Languages',
  open: 'Open now',
  closed: 'Closed now',
  plan: 'Your plan',
  planNow: 'Your plan now',
  planEmpty: 'Your plan is empty now.',
  questions: 'Questions to ask',
  checked: 'Checked',
  sources: 'Sources',
  noFiles: 'Files and pictures can’t be sent here, and this one was not kept. You can tell me in words.',
  failed:
    'Something went wrong on our side, and your last message may not be saved. Please send it again in a moment. If you can’t wait, press “Urgent help” or call the emergency number where you are.',
};

export type ChannelWord = keyof typeof en;

const es: Record<ChannelWord, string> = {
  skip: 'Omitir',
  back: 'Atrás',
  why: '¿Por qué lo pregunta?',
  person: 'Una persona',
  urgent: 'Ayuda urgente',
  send: 'Enviar',
  keep: 'Guardar',
  involves: 'En qué consiste',
  draft: 'Borrador. Aún sin revisar.',
  because: 'Por qué está aquí',
  youCanAnswer: 'Puede responder',
  cost: 'Costo',
  hours: 'Horario',
  who: 'Para quién es',
  where: 'Dónde',
  languages: 'Idiomas',
  open: 'Abierto ahora',
  closed: 'Cerrado ahora',
  plan: 'Su plan',
  planNow: 'Su plan ahora',
  planEmpty: 'Su plan está vacío ahora.',
  questions: 'Preguntas para hacer',
  checked: 'Revisado',
  sources: 'Fuentes',
  noFiles: 'Aquí no se pueden enviar archivos ni fotos, y este no se guardó. Puede contármelo con palabras.',
  failed:
    'Algo falló de nuestra parte y es posible que su último mensaje no se haya guardado. Envíelo de nuevo en un momento, por favor. Si no puede esperar, pulse “Ayuda urgente” o llame al número de emergencias del lugar donde está.',
};

/** Both languages, for whoever reviews what people are shown. */
export const CHANNEL_WORDS: Readonly<Record<Language, Readonly<Record<ChannelWord, string>>>> = { en, es };

/** The few words a channel says by itself: labels of buttons and headings of cards. The dialogs say the rest. */
export function channelWord(word: ChannelWord, language: Language): string {
  return CHANNEL_WORDS[language][word];
}
