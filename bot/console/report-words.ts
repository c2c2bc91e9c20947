import type { Language } from '../domain/locale.ts';

/**
 * Groups of the needs report, in their order, and what their counts begin with. The rows of a `whole` one make up a number
 * that the report gives elsewhere.
 */
export const GROUPS = [
  { id: 'doors', prefix: 'dialog' },
  { id: 'options', prefix: 'option' },
  { id: 'gaps', prefix: 'gap' },
  { id: 'handoffs', prefix: 'handoff', whole: true },
  { id: 'feedback', prefix: 'feedback' },
  { id: 'reached', prefix: 'reached' },
  { id: 'languages', prefix: 'language', whole: true },
  { id: 'outcomes', prefix: 'outcome' },
  { id: 'attempts', prefix: 'attempt' },
] as const;

type GroupId = (typeof GROUPS)[number]['id'];

interface ReportWords {
  groups: Record<GroupId, string>;
  columns: [string, string, string];
  conversations: string;
  requests: string;
  waiting: string;
  medianWait: string;
  within2: string;
}

/** What the needs report says of itself, on the screen and in a spreadsheet. */
export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  en: {
    groups: {
      doors: 'What people look for',
      options: 'Kinds of support that were opened',
      gaps: 'Where our list had nothing local',
      handoffs: 'Requests for a person',
      feedback: 'Did you get what you came for?',
      reached: 'Did you reach them?',
      languages: 'Languages',
      outcomes: 'What came of it',
      attempts: 'Calls',
    },
    columns: ['group', 'what', 'count'],
    conversations: 'Conversations a day',
    requests: 'Requests for a person a day',
    waiting: 'Waiting',
    medianWait: 'Half were taken within (seconds)',
    within2: 'Taken within two minutes',
  },
  es: {
    groups: {
      doors: 'Qué buscan las personas',
      options: 'Tipos de apoyo que se abrieron',
      gaps: 'Dónde nuestra lista no tenía nada local',
      handoffs: 'Pedidos de hablar con una persona',
      feedback: '¿Encontró lo que buscaba?',
      reached: '¿Le atendió alguien?',
      languages: 'Idiomas',
      outcomes: 'Qué resultó',
      attempts: 'Llamadas',
    },
    columns: ['grupo', 'qué', 'cantidad'],
    conversations: 'Conversaciones por día',
    requests: 'Pedidos de una persona por día',
    waiting: 'Espera',
    medianWait: 'La mitad se atendió en (segundos)',
    within2: 'Atendidos en dos minutos',
  },
};
