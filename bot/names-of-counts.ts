import type { Content } from './content.ts';
import { titleOf } from './engine/speak.ts';

/** Dialogs that a person opens because they want something; others are steps on the way. */
const DOORS: Readonly<Record<string, string>> = {
  frightened: 'Frightened, or cannot sleep',
  'reach-a-person': 'A person',
  'something-to-read': 'Something to read',
  'money-work-travel': 'Money, work, travel',
  caregiver: 'I care for someone',
  'just-show-me': 'Just show me',
  'find-support': 'Ask me, then suggest',
  'services-near-me': 'Services near me',
  'what-is-mbc': 'What is metastatic breast cancer',
  'talking-with-family': 'Talking with family and children',
  'palliative-or-hospice': 'Palliative care or hospice',
  'not-now': 'Not now',
  urgent: 'Urgent help',
};
const PLAIN: Readonly<Record<string, string>> = {
  live: 'Chat',
  callback: 'Call back',
  yes: 'Yes',
  partly: 'Partly',
  no: 'Not really',
  en: 'English',
  es: 'Spanish',
};

/** What a count is called in the needs report; undefined when it is not shown there. */
export function nameOfKey({ program, directory }: Content, group: string, id: string): string | undefined {
  switch (group) {
    case 'dialog':
      return DOORS[id];
    case 'option':
      return program.options.has(id) ? titleOf(program, id, 'en') : undefined;
    case 'reached':
      return id === 'yes' ? 'Yes' : 'No';
    case 'gap':
      return id === 'unknown'
        ? 'Place not given'
        : (directory.viewContext({ language: 'en', now: 0 }).regionName(id) ?? id);
    default:
      return PLAIN[id] ?? id;
  }
}
