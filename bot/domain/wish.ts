import type { Language } from './locale.ts';

/** What a person may be asking for in words of their own. What each is: `resources/understanding/<id>.yaml`. */
export const INTENTS = [
  'want_human',
  'support_group_info',
  'peer_one_on_one',
  'online_community',
  'nurse_navigator',
  'counselling',
  'financial_help',
  'transport_lodging',
  'work_insurance_legal',
  'clinical_trials',
  'palliative_hospice',
  'caregiver_support',
  'resources_near_me',
  'where_to_start',
  'not_ready',
  'stop_or_delete_my_data',
  'language_switch',
  'repeat_or_explain',
  'prognosis',
  'medical_advice',
  'what_is_mbc',
  'talk_to_family_kids',
  'scan_or_results',
  'restart',
  'go_back',
  'greeting',
  'thanks',
  'out_of_scope',
] as const;
export type Intent = (typeof INTENTS)[number];

/** What a message may be asking for. Never the message itself. */
export interface Wish {
  /** Likeliest first, without those that are hardly likely. Scores are shares of one. */
  intents: readonly { id: Intent; score: number }[];
  /** The share of asking for nothing: somebody tells something. */
  nothing: number;
  /** The language it is written in, when that is plain. */
  language?: Language;
  /** The language it asks for: "in Spanish please". */
  asksFor?: Language;
}
