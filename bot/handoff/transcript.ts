import type { Case } from '../domain/case.ts';
import type { ThreadLine } from '../domain/console.ts';

/**
 * A chat in the `.transcript` form that Bot Framework's tools read: a flat list of message activities. Holds what staff may
 * read of the case and nothing else; people and staff appear by role, staff by the name the person read.
 */
export function transcriptOf(record: Case, thread: readonly ThreadLine[]): object[] {
  const person = { id: 'person', name: '', role: 'user' };
  const bot = { id: 'navigator', name: 'Support Navigator', role: 'bot' };
  return thread.map((line) => ({
    type: 'message',
    id: `${record.id}.${String(line.seq).padStart(7, '0')}`,
    timestamp: line.at,
    channelId: 'directline',
    conversation: { id: record.id },
    from:
      line.from === 'person'
        ? person
        : line.from === 'staff'
          ? { ...bot, id: 'staff', name: line.name ?? '' }
          : bot,
    recipient: line.from === 'person' ? bot : person,
    locale: record.language,
    textFormat: 'plain',
    text: [line.text, ...(line.services ?? [])].filter((text) => text !== '').join('\n'),
  }));
}
