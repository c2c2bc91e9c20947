/**
 * Everything the compiler can find fault with: a closed set. Codes are for ever; `tests/diagnostics/` holds one example
 * file for each, which is its documentation and its test. `remedy` is what to do when the message names no better one.
 */
export const DIAGNOSTICS = {
  // Reading a file
  DLG001: {
    severity: 'error',
    title: 'The file is not YAML',
    remedy: 'Look at the line shown, and the one above it.',
  },
  DLG002: {
    severity: 'error',
    title: 'The same key twice',
    remedy: 'Keep one of them, or give one another name.',
  },
  DLG003: {
    severity: 'error',
    title: 'Unknown key',
    remedy: 'Remove the key, or write one of the known keys.',
  },
  DLG004: {
    severity: 'error',
    title: 'A value of the wrong kind',
    remedy: 'Write a value of the kind named.',
  },
  DLG005: { severity: 'error', title: 'A key is missing', remedy: 'Add the key.' },
  DLG006: {
    severity: 'error',
    title: 'Not an id',
    remedy: 'Use lower-case letters and digits, joined by - or _, and begin with a letter.',
  },
  DLG007: { severity: 'error', title: 'A file is missing', remedy: 'Add the file.' },
  DLG008: {
    severity: 'error',
    title: 'The file is not named after its id',
    remedy: 'Rename the file, or change the id inside it.',
  },
  DLG009: { severity: 'error', title: 'The same id twice', remedy: 'Give one of them another id.' },
  DLG010: { severity: 'error', title: 'The file is empty', remedy: 'Write the content, or remove the file.' },
  DLG011: {
    severity: 'warning',
    title: 'Words lost behind #',
    remedy: 'Put the whole text in "double quotes". If it is a comment, leave a space behind the #.',
  },
  // Where next
  DLG101: {
    severity: 'error',
    title: 'Unknown node',
    remedy: 'Write the name of a node of this dialog, `end` or `stop`.',
  },
  DLG102: { severity: 'error', title: 'Unknown dialog', remedy: 'Write the id of a dialog in `dialogs/`.' },
  DLG103: {
    severity: 'error',
    title: 'Several actions in one node',
    remedy: 'Keep one, and move the others to nodes of their own.',
  },
  DLG104: {
    severity: 'error',
    title: 'Branches without `else`',
    remedy: 'Add `- { else: … }` as the last line, so that there is always a way on.',
  },
  DLG105: {
    severity: 'error',
    title: '`else` is not last',
    remedy: 'Move `else` to the end: lines after it are never read.',
  },
  DLG106: {
    severity: 'warning',
    title: 'A node nobody can reach',
    remedy: 'Lead to it from another node, or remove it.',
  },
  DLG107: {
    severity: 'error',
    title: 'A loop without a question',
    remedy:
      'Put a question on the way round, or lead out of the loop: otherwise the bot would talk for ever.',
  },
  DLG108: {
    severity: 'warning',
    title: 'A dialog nobody calls',
    remedy: 'Call it from a dialog or an interruption, or remove it.',
  },
  DLG109: {
    severity: 'error',
    title: 'A moved node is still there',
    remedy: '`moved` is for names that are gone: remove the line, or remove the node.',
  },
  DLG110: {
    severity: 'error',
    title: 'Unknown interruption',
    remedy: 'Write one of the known interruptions.',
  },
  DLG111: {
    severity: 'error',
    title: 'An interruption is missing or does nothing',
    remedy: 'Give it `call: <dialog>` or `do: why | back | skip`, one of the two.',
  },
  DLG112: {
    severity: 'error',
    title: 'No safety dialog for a signal',
    remedy: 'Under `safety:`, name the dialog that answers this signal.',
  },
  DLG113: { severity: 'error', title: 'Unknown signal', remedy: 'Write one of the known signals.' },
  // Variables
  DLG201: {
    severity: 'error',
    title: 'Unknown variable',
    remedy:
      'Declare it under `vars:` of this dialog, or in `dialogs/variables.yaml` when several dialogs use it.',
  },
  DLG202: { severity: 'error', title: 'Not a value of this variable', remedy: 'Write one of its values.' },
  DLG203: {
    severity: 'error',
    title: 'A test that does not fit the variable',
    remedy: 'Use a test that fits its type.',
  },
  DLG204: {
    severity: 'error',
    title: 'The variable is read-only',
    remedy: 'The engine sets it. Use a variable of your own.',
  },
  DLG205: {
    severity: 'error',
    title: 'No choices to choose from',
    remedy: 'Add `choices:` with one line for each value that may be chosen here.',
  },
  DLG206: {
    severity: 'error',
    title: 'Choices where none are chosen',
    remedy: 'Remove `choices:`, or make the variable one_of or many_of.',
  },
  DLG207: {
    severity: 'error',
    title: 'A choice that is no value of the variable',
    remedy: 'Write one of its values, or add this one to its type.',
  },
  DLG208: {
    severity: 'error',
    title: 'A sensitive question without a reason',
    remedy: 'Add `explain:` to the node: what the answer changes, and that it can be skipped.',
  },
  DLG209: {
    severity: 'error',
    title: 'A variable of the wrong type',
    remedy: 'Use a variable of the type named.',
  },
  DLG210: {
    severity: 'warning',
    title: '`not` of something that may be unknown',
    remedy:
      'A skipped question makes `not` true. Add `{ … : { known: true } }` beside it, or ask the other way round.',
  },
  DLG211: {
    severity: 'error',
    title: 'A place in the text names no variable',
    remedy: 'Write the name of a variable that this dialog can see.',
  },
  DLG212: {
    severity: 'error',
    title: 'A place in the text that cannot be read',
    remedy: 'Write {variable|words to use when it is unknown}, and no other braces.',
  },
  DLG213: { severity: 'error', title: 'The name is taken', remedy: 'Give the variable another name.' },
  DLG214: {
    severity: 'warning',
    title: 'A variable that nobody sets',
    remedy: 'Ask for it or set it somewhere; until then it is always unknown.',
  },
  DLG215: {
    severity: 'error',
    title: '`alone` where only one can be chosen',
    remedy: '`alone` clears the other choices of a many_of question. Remove it here.',
  },
  DLG216: {
    severity: 'error',
    title: 'Two choices with the same words',
    remedy: 'Whoever types them may mean either. Take them out of one.',
  },
  // Options, sources, search
  DLG301: {
    severity: 'error',
    title: 'Unknown option',
    remedy: 'Write the id of a file in `resources/options/`.',
  },
  DLG302: {
    severity: 'error',
    title: 'Neither an option nor a tag',
    remedy: 'Write the id of an option, or a tag that some option has.',
  },
  DLG303: {
    severity: 'error',
    title: 'Unknown source',
    remedy: 'Add the document to `resources/sources.yaml`, or correct the id.',
  },
  DLG304: {
    severity: 'error',
    title: 'A search for nothing',
    remedy: 'Say what to look for: `kinds`, `provide` or `words`.',
  },
  DLG305: {
    severity: 'error',
    title: 'Unknown rules',
    remedy: 'Write the id of a set of rules in `dialogs/judgement.yaml`.',
  },
  DLG306: {
    severity: 'error',
    title: 'One phrase, two meanings',
    remedy: 'Remove it from one of the interruptions.',
  },
  DLG307: {
    severity: 'warning',
    title: 'No words for something the engine says',
    remedy: 'Add it to `dialogs/words.yaml`.',
  },
  // Wording
  DLG401: { severity: 'error', title: 'A word we do not use', remedy: 'Say it another way.' },
  DLG402: { severity: 'error', title: 'An exclamation mark', remedy: 'End the sentence with a full stop.' },
  DLG403: {
    severity: 'warning',
    title: 'A long sentence',
    remedy: 'Make two of it. Twenty-five words are plenty.',
  },
  DLG404: {
    severity: 'error',
    title: 'It reads like a survival figure',
    remedy: 'Leave it out. How long people live is for a talk with their own team.',
  },
  DLG405: {
    severity: 'error',
    title: 'A number to call, written into the text',
    remedy: 'Use `show: { lines: … }`: it follows the country, and is checked for being current.',
  },
  DLG406: {
    severity: 'warning',
    title: 'Hard to read',
    remedy: 'Use shorter sentences and everyday words.',
  },
  // Translations
  DLG501: {
    severity: 'warning',
    title: 'A translation of nothing',
    remedy: 'Remove it, or correct the key.',
  },
  DLG502: {
    severity: 'warning',
    title: 'A stale translation',
    remedy: 'The text has changed since. Read both, correct the translation, and update `of`.',
  },
  DLG503: {
    severity: 'warning',
    title: 'Not translated yet',
    remedy: '`npm run nav -- strings --write` adds what is missing.',
  },
  DLG504: {
    severity: 'error',
    title: 'A translation with other places',
    remedy: 'Use the same {variables} as the text it translates.',
  },
} as const satisfies Record<string, { severity: Severity; title: string; remedy: string }>;

export type Severity = 'error' | 'warning';
export type DiagnosticCode = keyof typeof DIAGNOSTICS;
