import type { Case } from '../domain/case.ts';
import type { CaseView, ThreadLine } from '../domain/console.ts';
import type { Language } from '../domain/locale.ts';
import type { ConversationRecord, Entry } from '../domain/record.ts';
import type { Part, Reply } from '../domain/reply.ts';

/** What things are called, for staff who read what a person was shown. Unknown ids have no name and are left out. */
export interface Names {
  option(id: string, language: Language): string | undefined;
  resource(id: string): string | undefined;
  /** A line's name, and what is called or texted to reach it. */
  line(id: string, language: Language): { name: string; numbers: string } | undefined;
}

/** The lines of a chat as staff read them, oldest first: those of the case, or all when the person allowed that. */
export function threadOf(
  record: Case,
  there: ConversationRecord,
  names: Names,
  marks: { delivered: number; read: number } = { delivered: 0, read: 0 },
  after = 0,
): ThreadLine[] {
  const from = Math.max(after, record.earlier ? 0 : record.fromSeq);
  return there.transcript.flatMap((entry) =>
    entry.seq > from ? (lineOf(entry, record.language, names, marks, there) ?? []) : [],
  );
}

/** Kinds of support, services and lines the person was shown, by name, each once; a line with when it was shown last. */
export function shownIn(
  there: ConversationRecord | undefined,
  language: Language,
  names: Names,
): CaseView['shown'] {
  const lines = new Map<string, CaseView['shown']['lines'][number]>();
  const options = new Set<string>();
  const services = new Set<string>();
  for (const entry of there?.transcript ?? []) {
    if (entry.from !== 'bot') continue;
    for (const part of entry.reply.parts) {
      for (const id of optionsOf(part)) options.add(names.option(id, language) ?? '');
      for (const id of resourcesOf(part)) services.add(names.resource(id) ?? '');
      for (const id of linesOf(part)) {
        const line = names.line(id, language);
        if (line !== undefined) lines.set(id, { ...line, at: entry.at });
      }
    }
  }
  options.delete('');
  services.delete('');
  return { options: [...options], services: [...services], lines: [...lines.values()] };
}

function lineOf(
  entry: Entry,
  language: Language,
  names: Names,
  marks: { delivered: number; read: number },
  there: ConversationRecord,
): ThreadLine | undefined {
  const { seq, at } = entry;
  if (entry.from === 'person') return { seq, at, from: 'person', text: entry.text };
  const { reply } = entry;
  const services = reply.parts.flatMap((part) => resourcesOf(part).flatMap((id) => names.resource(id) ?? []));
  const shown = services.length > 0 ? { services } : {};
  if (reply.by === undefined) return { seq, at, from: 'bot', text: textOf(reply, language, names), ...shown };
  const clientId = clientIdOf(there, seq);
  return {
    seq,
    at,
    from: 'staff',
    name: reply.by,
    text: textOf(reply, language, names),
    state: seq <= marks.read ? 'read' : seq <= marks.delivered ? 'delivered' : 'sent',
    ...(clientId === undefined ? {} : { clientId }),
    ...shown,
  };
}

/** The client's own id of a message of staff stands at the end of the key its turn had. */
function clientIdOf(there: ConversationRecord, seq: number): string | undefined {
  const key = there.seen.find((one) => one.from <= seq && seq <= one.to)?.key;
  return /^staff:[^:]+:(.+)$/.exec(key ?? '')?.[1];
}

function textOf(reply: Reply, language: Language, names: Names): string {
  const texts = reply.parts.flatMap((part) => {
    if (part.kind === 'text') return [part.text];
    return optionsOf(part).flatMap((id) => names.option(id, language) ?? []);
  });
  if (reply.ask !== undefined) texts.push(reply.ask.text);
  return texts.join('\n');
}

function optionsOf(part: Part): string[] {
  if (part.kind === 'options') return part.items.map((item) => item.option);
  return part.kind === 'option' ? [part.option] : [];
}

function linesOf(part: Part): string[] {
  return part.kind === 'lines' ? part.items.map((item) => item.line) : [];
}

function resourcesOf(part: Part): string[] {
  return part.kind === 'resources' ? part.items.map((item) => item.resource) : [];
}
