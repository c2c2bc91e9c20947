import { expect } from 'chai';
import type { Conversation } from '../../bot/domain/conversation.ts';
import type { Input } from '../../bot/domain/input.ts';
import type { Signal } from '../../bot/domain/signal.ts';
import type { Directory } from '../../bot/directory/types.ts';
import { step, type Step } from '../../bot/engine/step.ts';
import type { World } from '../../bot/engine/world.ts';
import { compile } from '../../bot/language/compile.ts';
import type { Program } from '../../bot/language/program.ts';

/** A directory with two services and one line, made by hand: enough to see that the engine asks the right things. */
export const smallDirectory: Directory = {
  revision: 'small',
  search: (query) =>
    [
      { resource: 'near-service', reasons: [{ kind: 'in-place' as const, place: query.place?.label ?? '' }] },
      { resource: 'far-service', reasons: [{ kind: 'national' as const }] },
    ]
      .filter((found) => (query.place ? true : found.resource === 'far-service'))
      .slice(0, query.limit),
  readPlace: (text, country) => {
    const said = text.trim().toLowerCase();
    if (said === '598' || said === 'montana' || said === 'mt') {
      return { kind: 'place', place: { country, state: 'MT', label: 'Montana' } };
    }
    if (said === '000') return { kind: 'unknown-code' };
    if (said === '834') {
      return {
        kind: 'several',
        places: [
          { country, state: 'MT', label: 'Montana' },
          { country, state: 'ID', label: 'Idaho' },
        ],
      };
    }
    return { kind: 'not-a-place' };
  },
  lines: (purpose) => [{ line: `line-${purpose}`, open: true }],
  has: (id) => id.endsWith('-service'),
  hasLine: (id) => id.startsWith('line-'),
};

const safety = [
  'suicide',
  'self-harm',
  'abuse',
  'medical',
  'death-talk',
  'distress',
  'prognosis',
  'medical-advice',
];
const wording = 'wording: { owner: team, reviewed: [] }';

const base: Record<string, string> = {
  'dialogs/variables.yaml': `
variables:
  mood: { one_of: [now, later] }
  wants: { many_of: [talk, read, none] }
  leave_out: { many_of: [groups, online] }
  area: { place: true, sensitive: true }
  years: { number: { min: 0, max: 60 } }
  since: { date: past }
  works: { yes_no: true }
  words: { text: 40 }
`,
  'dialogs/judgement.yaml': `
rules:
  patient:
    about: For tests.
    audience: patient
    limit: 3
    rules:
      - { rule: talk, when: { wants: { has: talk } }, prefer: [talking], weight: 2, because: you would like to talk }
      - { rule: read, when: { wants: { has: read } }, prefer: [reading], because: you would like to read }
      - { rule: base, prefer: [reading], weight: 0.1 }
      - { rule: not-now, when: { mood: later }, leave_out: [talking], why: you said later }
`,
  'dialogs/interruptions.yaml': `
safety: { ${safety.map((kind) => `${kind}: safety-net`).join(', ')} }
interruptions:
  - { id: person, phrases: { en: [a person], es: [una persona] }, call: reach-a-person }
  - { id: urgent, call: reach-a-person }
  - { id: why, phrases: { en: [why] }, do: why }
  - { id: back, phrases: { en: [back, go back] }, do: back }
  - { id: skip, phrases: { en: [skip] }, do: skip }
  - { id: language, call: reach-a-person }
  - { id: country, call: reach-a-person }
  - { id: again, phrases: { en: [start again] }, call: again }
  - { id: erase, phrases: { en: [delete my chat] }, call: erase }
  - { id: help, phrases: { en: [help] }, call: reach-a-person }
  - { id: plan, call: my-plan }
welcome: welcome
consent: consent
not_understood: not-understood
resting: resting
option: explain
`,
  'dialogs/words.yaml': `
words:
  yes: "Yes"
  no: "No"
  stale-button: That was an earlier question.
  why-none: There is no question open.
  cannot-go-back: This is the first question.
  nothing-to-skip: There is nothing to skip.
  cannot-skip: This one is needed.
  changed-while-away: We changed this part. Your answers are kept.
  place-which-state: Which of these?
  place-unknown: I do not know that area. Which state is it?
  retry-place: Please give a ZIP code or a state.
  retry-number: Please give a number.
  retry-date: Please give a date.
  retry-text: Please use fewer words.
  because-in-place: It serves {place}.
  because-national: It serves the whole country.
`,
  'resources/sources.yaml': `
sources:
  - { source: a-study, label: A study, title: null, year: 2024, url: null, checked: "2026-11-20" }
`,
  'dialogs/welcome.yaml': `
dialog: welcome
about: The opening of the test bed.
${wording}
vars:
  door: { one_of: [find, person, rest] }
start: hello
nodes:
  hello:
    say: Hello.
    ask: { var: door, text: What would help?, choices: { find: Find support, person: A human, rest: That is enough } }
    next: [{ when: { door: find }, go: find }, { when: { door: person }, go: person }, { when: { door: rest }, go: bye }, { else: find }]
  find: { call: find, next: more }
  person: { call: reach-a-person, next: more }
  more: { say: "Anything else?", next: hello }
  bye: { say: Take care., next: stop }
`,
  'dialogs/find.yaml': `
dialog: find
about: Finds support in the test bed.
${wording}
vars:
  picks: { options: 3 }
  services: { resources: 2 }
start: mood
nodes:
  mood:
    explain: So that I do not ask too much.
    ask: { var: mood, text: Now or later?, choices: { now: Now, later: Later } }
    next: wants
  wants:
    ask: { var: wants, text: What would help?, choices: { talk: Talking with someone, read: Something to read, none: { label: None of these, alone: true } } }
    next: years
  years: { ask: { var: years, text: How many years? }, next: since }
  since: { ask: { var: since, text: Since when? }, next: works }
  works: { ask: { var: works, text: Do you work? }, next: words }
  words: { ask: { var: words, text: Anything else? }, next: area }
  area:
    explain: To look near you.
    ask: { var: area, text: Where?, required: true }
    next: rank
  rank: { recommend: { rules: patient, into: picks }, next: look }
  look: { search: { into: services, provide: picks, near: area }, next: shown }
  shown:
    say: "You said {years|nothing}, in {area|no place}."
    show: [{ options: picks }, { reasons: picks }, { resources: services }]
    keep: { options: picks }
    next: end
`,
  'dialogs/reach-a-person.yaml': `
dialog: reach-a-person
about: Lines to call.
${wording}
start: lines
nodes:
  lines: { say: "You can call.", show: { lines: helpline }, next: end }
`,
  'dialogs/safety-net.yaml': `
dialog: safety-net
about: The safety reply of the test bed.
${wording}
vars: { stay: { one_of: [stay, go_on] } }
start: here
nodes:
  here:
    say: I am glad you told me.
    tone: safety
    show: { lines: crisis }
    ask: { var: stay, text: "What now?", choices: { stay: Stay here, go_on: Go on } }
    next: end
`,
  'dialogs/consent.yaml': `
dialog: consent
about: What is kept.
${wording}
vars: { ok: { one_of: [fine, not_now] } }
start: notice
nodes:
  notice:
    ask: { var: ok, text: This is kept for a day., choices: { fine: OK, not_now: No } }
    next: end
`,
  'dialogs/not-understood.yaml': `
dialog: not-understood
about: The calm reply.
${wording}
start: calm
nodes:
  calm: { say: "I did not follow that.", show: { lines: helpline }, next: end }
`,
  'dialogs/resting.yaml': `
dialog: resting
about: After a conversation came to rest.
${wording}
start: again
nodes:
  again: { say: "Here again.", call: welcome, next: end }
`,
  'dialogs/explain.yaml': `
dialog: explain
about: One option in full.
${wording}
vars: { option: { text: 60 } }
start: shown
nodes:
  shown: { show: { option: option }, next: end }
`,
  'dialogs/again.yaml': `
dialog: again
about: Start again.
${wording}
vars: { sure: { yes_no: true } }
start: sure
nodes:
  sure:
    ask: { var: sure, text: "Start again?" }
    next: [{ when: { sure: true }, go: fresh }, { else: end }]
  fresh: { restart: true, next: end }
`,
  'dialogs/erase.yaml': `
dialog: erase
about: Deletes everything we hold.
${wording}
vars: { sure: { yes_no: true } }
start: sure
nodes:
  sure:
    ask: { var: sure, text: "Delete all?" }
    next: [{ when: { sure: true }, go: gone }, { else: end }]
  gone: { say: "It is gone.", erase: true, next: stop }
`,
  'dialogs/my-plan.yaml': `
dialog: my-plan
about: What the person chose to keep.
${wording}
start: shown
nodes:
  shown: { show: { plan: true }, next: end }
`,
};
for (const [id, title] of [
  ['talking', 'Talking'],
  ['reading', 'Reading'],
]) {
  base[`resources/options/${id}.yaml`] = `
option: ${id}
title: ${title}
short: A short line.
audience: both
group: ${id === 'talking'}
formats: [phone]
provided_by: { kinds: [helpline] }
sections:
  what_it_is: [{ text: It is this., sources: [a-study] }]
review: { clinician: null, lived_experience: null, caregiver: null, reviewed_on: null }
`;
}

/** Compiles the test bed, with some of its files replaced (null takes a file out). */
export function testBed(changed: Record<string, string | null> = {}): Program {
  const files = Object.entries({ ...base, ...changed }).flatMap(([path, text]) =>
    text === null ? [] : [{ path, text }],
  );
  const result = compile(files);
  if (!result.ok) expect.fail(result.diagnostics.map((one) => `${one.code} ${one.message}`).join('\n'));
  return result.program;
}

/** A file of the test bed, to change a piece of it. */
export function bedFile(path: string): string {
  const text = base[path];
  if (text === undefined) expect.fail(`no file ${path} in the test bed`);
  return text;
}

/** 20 November 2026, noon UTC. */
export const NOON = Date.UTC(2026, 10, 20, 12);

export function worldAt(now = NOON, signal: Signal | null = null): World {
  return {
    now,
    directory: smallDirectory,
    helpline: { state: 'none' },
    signal,
    retentionHours: 24,
    spareCode: 'ABCD2345',
  };
}

/** Plays inputs one after another from a new conversation, and returns every step. */
export function play(program: Program, inputs: readonly Input[], world: World = worldAt()): Step[] {
  const steps: Step[] = [step(program, world, null, { kind: 'start' })];
  for (const input of inputs) steps.push(next(program, steps.at(-1)?.conversation ?? null, input, world));
  return steps;
}

/** One more input. */
export function next(
  program: Program,
  conversation: Conversation | null,
  input: Input,
  world: World = worldAt(),
): Step {
  return step(program, world, conversation, input);
}

/** Everything a step says, as one text. */
export function said(of: Step | undefined): string {
  return (of?.reply?.parts ?? []).flatMap((part) => (part.kind === 'text' ? [part.text] : [])).join('\n');
}

/** The press of choices on the open question. */
export function press(of: Step | undefined, ...choices: string[]): Input {
  return { kind: 'choose', ask: of?.reply?.ask?.id ?? 'none', choices };
}
