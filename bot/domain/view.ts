import type { Country, Language } from './locale.ts';
import type { Mode } from './conversation.ts';
import type { InterruptionId } from './input.ts';
import type { Ask, LinePurpose } from './reply.ts';

/**
 * What the chat page is sent, in `channelData.navigator` of a standard message activity: a reply with the content
 * filled in. Any other Direct Line client reads the standard fields of the same activity.
 */
export interface ReplyView {
  v: 1;
  parts: PartView[];
  /** Name of the person from the helpline who says it; without it the bot speaks. */
  by?: string;
  ask?: Ask;
  plan?: PlanView;
  mode: Mode;
  /** True while the crisis bar should stay in view. */
  crisisBar: boolean;
}

export type PartView =
  | { kind: 'text'; text: string; tone?: 'safety' | 'notice' }
  | { kind: 'options'; items: OptionView[] }
  | { kind: 'option'; item: OptionView }
  | { kind: 'reasons'; items: { title: string; because: string[] }[] }
  | { kind: 'resources'; items: ResourceView[]; asOf: string }
  | { kind: 'lines'; purpose: LinePurpose; items: LineView[] }
  | { kind: 'plan'; plan: PlanView }
  | { kind: 'summary'; lines: { id: string; label: string; text: string }[] };

/** A kind of support as a card. `sections` unfold on request, in the order a person would ask. */
export interface OptionView {
  id: string;
  title: string;
  short: string;
  because: string[];
  sections: { id: string; heading: string; points: { text: string; sources: string[] }[] }[];
  sources: SourceView[];
  /** True until named humans have signed. */
  draft: boolean;
}

export interface SourceView {
  id: string;
  /** "Mackie and others, 2024, Journal of Cancer Survivorship" */
  label: string;
  url?: string;
}

/** A service as a card. Text only; every link is ready to use (`tel:`, `sms:`, `https:`). */
export interface ResourceView {
  id: string;
  /** As it calls itself, nearly always in English. */
  name: string;
  /** What the name means, for those who read another language. */
  nameMeans?: string;
  organisation: string;
  because: string[];
  /** "Helpline", "Money for daily costs": what it is, in a word or two. */
  kinds: string[];
  whatToExpect: string;
  eligibility: string;
  cost: string;
  hours?: string;
  /** null: hours not known. */
  open: boolean | null;
  where: string;
  languages: string[];
  contacts: ContactView[];
  /** "Funds open and close. Check before applying." and the like. */
  cautions: string[];
  source: SourceView;
  /** ISO date when the source was read. */
  checked: string;
}

export interface ContactView {
  kind: 'phone' | 'text' | 'web' | 'email' | 'chat';
  /** "Call 1-877-465-6636" */
  label: string;
  href: string;
}

/** A line to call or text. */
export interface LineView {
  id: string;
  name: string;
  about: string;
  contacts: ContactView[];
  hours: string;
  open: boolean | null;
  /** "Opens at 9:00 on Monday, your time" */
  opens?: string;
  /** How a deaf or hard of hearing person reaches it. */
  deaf?: string;
}

export interface PlanView {
  options: OptionView[];
  resources: ResourceView[];
  questions: { id: string; text: string }[];
  /** Services of which the person has said whether they reached them. */
  told?: string[];
}

/** What the chat page sends: `value.navigator` of a message or of an event named `navigator`. Validated on arrival. */
export type PageInput =
  | { choose: { ask: string; choices: string[] } }
  | { skip: string }
  | { interrupt: InterruptionId }
  | { keep: { what: 'option' | 'resource' | 'question'; id: string; on: boolean } }
  | { open: string }
  | { consent: true }
  | { dismiss: true }
  | { leave: true }
  | { report: string }
  | { reached: { resource: string; yes: boolean } }
  | { settings: { country?: Country; language?: Language; timeZone?: string } };
