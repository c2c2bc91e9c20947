/**
 * The id of a transcript line as an activity. The same line always gets the same id, so a client that meets it twice
 * (on the stream and in a replay) shows it once. Conversation ids are URL-safe, and so is this.
 */
export function activityId(conversation: string, seq: number): string {
  return `${conversation}.${String(seq).padStart(7, '0')}`;
}
