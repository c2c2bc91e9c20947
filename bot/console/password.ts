import { hash, verify } from '@node-rs/argon2';

/** NIST SP 800-63B: length counts, rules about characters do not. */
const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;

/** The password as it is stored: argon2id, with a salt of its own. */
export function hashed(password: string): Promise<string> {
  return hash(password);
}

/** Whether this is the password that was stored. A hash that cannot be read fits none. */
export async function matches(stored: string, password: string): Promise<boolean> {
  if (password.length > LONGEST_PASSWORD) return false;
  try {
    return await verify(stored, password);
  } catch {
    return false;
  }
}

/** What is wrong with a new password, as a sentence for the one who typed it. */
export function problemOfPassword(password: string, username: string): string | undefined {
  if (password.length < SHORTEST_PASSWORD) {
    return `A password has ${SHORTEST_PASSWORD} letters or more. Four random words are good.`;
  }
  if (password.length > LONGEST_PASSWORD) return `A password has ${LONGEST_PASSWORD} letters at most.`;
  const folded = password.toLowerCase();
  if (
    (username.length > 3 && folded.includes(username)) ||
    /^(.)\1+$/.test(folded) ||
    /password|123456|qwerty/.test(folded)
  ) {
    return 'That password is too easy to guess. Four random words are good.';
  }
  return undefined;
}
