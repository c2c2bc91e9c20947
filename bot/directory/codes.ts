/**
 * Everything `nav directory check` can find fault with: a closed set. Codes are for ever. The message says what is wrong with
 * this entry; the remedy, what to do with any such.
 */
export const DIRECTORY_CODES = {
  DIR001: {
    severity: 'error',
    title: 'The file cannot be read',
    remedy: 'Look at the line shown, and the one above it.',
  },
  DIR002: {
    severity: 'error',
    title: 'A field that does not fit',
    remedy: 'Write it as the README.md of its folder tells for this field.',
  },
  DIR101: { severity: 'error', title: 'The same id twice', remedy: 'Give the newer entry an id of its own.' },
  DIR102: {
    severity: 'error',
    title: 'Not a number that can be dialled',
    remedy: 'Write the number as its owner prints it: digits, spaces, hyphens, in quotes.',
  },
  DIR103: {
    severity: 'error',
    title: 'A place we do not know',
    remedy: 'Use a code of resources/places/names.yaml, such as US-MT.',
  },
  DIR104: {
    severity: 'error',
    title: 'A dead end',
    remedy: 'Give a phone, a number for texts, a web address, an email, or where it is. Otherwise remove it.',
  },
  DIR105: {
    severity: 'error',
    title: 'A crisis line without its mark',
    remedy: 'Add `safety_critical: true`, so that the number is checked before every release.',
  },
  DIR106: {
    severity: 'error',
    title: 'The same service twice',
    remedy: 'Keep the entry that was checked last, and set the other to `status: { state: ended }`.',
  },
  DIR107: {
    severity: 'error',
    title: 'A check that lies ahead',
    remedy: 'Write the day on which one of us read the source.',
  },
  DIR201: {
    severity: 'error',
    title: 'A line that may not be shown so',
    remedy: 'The rules are at the top of resources/safety/lines.yaml.',
  },
  DIR202: {
    severity: 'error',
    title: 'Words that do not fit',
    remedy: 'Mend the sentence, or take it out.',
  },
  DIR301: {
    severity: 'warning',
    title: 'A translation out of date',
    remedy: 'Look at the Spanish, mend it, then write the mark that the message names.',
  },
  DIR302: {
    severity: 'warning',
    title: 'One number, two organisations',
    remedy: 'Call it, or look at both pages: one of the two numbers may be a slip.',
  },
  DIR303: {
    severity: 'warning',
    title: 'A place, and no way to ask there',
    remedy: 'Find a phone, a web address or an email, and check that it still runs.',
  },
  DIR401: {
    severity: 'warning',
    title: 'Due to be checked',
    remedy: 'Read the source again, mend what changed, and write the new `checked`.',
  },
  DIR402: {
    severity: 'warning',
    title: 'Too old to be shown',
    remedy:
      'Read the source again, mend what changed, and write the new `checked`. Until then nobody is shown it.',
  },
} as const;
export type DirectoryCode = keyof typeof DIRECTORY_CODES;
