import type { OptionPick, ResourcePick } from './value.ts';

/** Who a phone line is for. `helpline`: cancer support lines. `night`: those that answer at any hour. */
export const LINE_PURPOSES = ['crisis', 'abuse', 'emergency', 'helpline', 'night', 'poisons', 'own'] as const;
export type LinePurpose = (typeof LINE_PURPOSES)[number];

/** A line at one moment: `open` is null when the hours are not known. `opens` is an ISO instant. */
export interface LineNow {
  line: string;
  open: boolean | null;
  opens?: string;
}

/**
 * One piece of what the bot says. Content is named by id, not copied: a transcript stays small, and a corrected
 * sentence is corrected everywhere at once. `view.ts` holds the same pieces with the content filled in.
 */
export type Part =
  | { kind: 'text'; text: string; tone?: 'safety' | 'notice' }
  | { kind: 'options'; items: OptionPick[] }
  /** One option with every section, unfolded. */
  | { kind: 'option'; option: string }
  | {
      kind: 'reasons';
      items: ({ option: string; because: string[] } | { resource: string; because: string[] })[];
    }
  | { kind: 'resources'; items: ResourcePick[]; asOf: string }
  | { kind: 'lines'; purpose: LinePurpose; items: LineNow[] }
  | { kind: 'plan' }
  /** What would be passed to the helpline, line by line, for the person to approve. */
  | { kind: 'summary'; lines: { id: string; label: string; text: string }[] };

export type AskKind = 'one' | 'many' | 'yes_no' | 'text' | 'number' | 'place' | 'date';

/** The question that is open after a reply. */
export interface Ask {
  /** Changes each time a question is put, so that a press on an old button is recognised. */
  id: string;
  kind: AskKind;
  text: string;
  choices: { id: string; label: string; explain?: string; alone?: true }[];
  skippable: boolean;
  /** True when "why do you ask?" has an answer. */
  why: boolean;
  /** True when there is an earlier answer to go back to. */
  back: boolean;
  limits?: { min?: number; max?: number };
}

/** Everything the bot says in one turn: one message, whatever the channel. */
export interface Reply {
  parts: Part[];
  /** Name of the person from the helpline who says it; without it the bot speaks. */
  by?: string;
  ask?: Ask;
  /** The plan as it is now; present when this turn changed or showed it. */
  plan?: Plan;
}

/** What a person chose to keep. Resources and options by id, questions for the next appointment in words. */
export interface Plan {
  options: string[];
  resources: string[];
  questions: { id: string; text: string }[];
  /** Kept services of which the person has said whether they reached them: nobody is asked twice. What they said is not kept. */
  told?: string[];
}
