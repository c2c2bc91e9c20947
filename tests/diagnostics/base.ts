import type { SourceFile } from '../../bot/language/source.ts';
import { SIGNALS } from '../../bot/domain/signal.ts';
import { ENGINE_WORDS } from '../../bot/language/checks/engine-words.ts';

/** The smallest set of files without a fault. An example takes the place of one of them, or is added. */
const FILES: Readonly<Record<string, string>> = {
  'dialogs/variables.yaml': `variables:
  mood: { one_of: [now, later] }
  wants: { many_of: [talk, read] }
  area: { place: true, sensitive: true }
`,
  'dialogs/judgement.yaml': `rules:
  patient:
    about: Small rules.
    audience: patient
    limit: 3
    rules:
      - { rule: talk, when: { wants: { has: talk } }, prefer: [peer], because: you would like to talk }
`,
  'dialogs/interruptions.yaml': `safety: { ${SIGNALS.map((kind) => `${kind}: safety-net`).join(', ')} }
interruptions:
  - { id: person, phrases: { en: [a person] }, call: lines }
  - { id: urgent, phrases: { en: [urgent] }, call: lines }
  - { id: why, phrases: { en: [why] }, do: why }
  - { id: back, phrases: { en: [back] }, do: back }
  - { id: skip, phrases: { en: [skip] }, do: skip }
  - { id: language, call: lines }
  - { id: country, call: lines }
  - { id: again, call: lines }
  - { id: erase, call: lines }
  - { id: help, call: lines }
  - { id: plan, call: lines }
welcome: home
consent: lines
not_understood: lines
resting: lines
option: explain
`,
  'dialogs/words.yaml': `words:
${[...ENGINE_WORDS, 'heading-what_it_is', 'retry-place', 'retry-text', 'retry-number'].map((id) => `  ${id}: Some words.\n`).join('')}`,
  'dialogs/home.yaml': `dialog: home
about: Asks for everything and calls the example.
wording: { owner: team, reviewed: [] }
vars: { found: { options: 3 }, said: { text: 80 } }
start: mood
nodes:
  mood: { ask: { var: mood, text: How is now?, choices: { now: Good, later: Later is better } }, next: wants }
  wants: { ask: { var: wants, text: What would help?, choices: { talk: Talking, read: Reading } }, next: area }
  area: { explain: To look near you., ask: { var: area, text: Where do you live? }, next: said }
  said: { ask: { var: said, text: Anything else? }, next: rank }
  rank: { recommend: { rules: patient, into: found }, next: example }
  example: { call: example, next: end }
`,
  'dialogs/example.yaml': `dialog: example
about: An example without a fault.
wording: { owner: team, reviewed: [] }
start: hello
nodes:
  hello: { say: Hello., next: end }
`,
  'dialogs/lines.yaml': `dialog: lines
about: Numbers to call.
wording: { owner: team, reviewed: [] }
start: lines
nodes:
  lines: { say: You can call., show: { lines: helpline }, next: end }
`,
  'dialogs/safety-net.yaml': `dialog: safety-net
about: Answers every signal.
wording: { owner: team, reviewed: [] }
start: here
nodes:
  here: { say: I am here., show: { lines: crisis }, next: end }
`,
  'dialogs/explain.yaml': `dialog: explain
about: One option in full.
wording: { owner: team, reviewed: [] }
vars: { option: { text: 60 } }
start: shown
nodes:
  shown: { show: { option: option }, next: end }
`,
  'dialogs/strings/es.yaml': `language: es
strings:
  safety-net.here.say: { of: "199750", text: Estoy aquí. }
`,
  'resources/sources.yaml': `sources:
  - { source: a-study, label: A study, title: null, year: 2024, url: null, checked: "2026-11-20" }
`,
  'resources/options/matched-peer.yaml': `option: matched-peer
title: One matched person
short: Someone who lives with it too.
audience: patient
group: false
formats: [phone]
tags: [peer]
provided_by: { kinds: [one-on-one-peer] }
sections:
  what_it_is: [{ text: Someone calls you., sources: [a-study] }]
review: { clinician: null, lived_experience: null, caregiver: null, reviewed_on: null }
`,
};

/** The base with some files replaced, added, or (null) taken out. */
export function baseWith(changed: Readonly<Record<string, string | null>> = {}): SourceFile[] {
  return Object.entries({ ...FILES, ...changed }).flatMap(([path, text]) =>
    text === null ? [] : [{ path, text }],
  );
}
