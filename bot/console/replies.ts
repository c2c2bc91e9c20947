import { z } from 'zod/v4';
import type { Case } from '../domain/case.ts';
import type { CannedReply } from '../domain/console.ts';

const both = z.strictObject({ en: z.string().min(2).max(1000), es: z.string().min(2).max(1000) });

/** `resources/helplines/replies.yaml`: sentences staff may begin with. `{name}`, `{staff}`, `{helpline}`, `{opens}` are filled in. */
export const repliesSchema = z.strictObject({
  replies: z.array(z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]*$/), title: both, text: both })),
});
export type RepliesSource = z.infer<typeof repliesSchema>;

/** `resources/helplines/protocol.yaml`: what staff do when someone may be in danger. The helpline's own. */
export const protocolSchema = z.strictObject({
  title: both,
  sections: z.array(z.strictObject({ heading: both, points: z.array(both).min(1) })).min(1),
});
export type ProtocolSource = z.infer<typeof protocolSchema>;

const page = z.strictObject({
  title: both,
  sections: z.array(z.strictObject({ heading: both, points: z.array(both).min(1) })).min(1),
});

/** `resources/helplines/pages.yaml`: what the helpline publishes about crises, confidentiality and complaints. */
export const pagesSchema = z.strictObject({ crisis: page, confidentiality: page, complaints: page });
export type PagesSource = z.infer<typeof pagesSchema>;

/** What the placeholders mean in one case. An unknown one is left empty rather than shown with its braces. */
export interface ReplyValues {
  name: string;
  staff: string;
  helpline: string;
  opens: string;
}

/** The replies in the language of a case, filled in. Staff read and change them before they are sent. */
export function repliesFor(
  source: RepliesSource,
  record: Case | undefined,
  values: ReplyValues,
): CannedReply[] {
  const language = record?.language ?? 'en';
  return source.replies.map(({ id, title, text }) => ({
    id,
    title: title[language],
    text: text[language]
      .replace(/\{(\w+)\}/g, (_, place: string) =>
        place in values ? values[place as keyof ReplyValues] : '',
      )
      .replace(/ +([,.?])/g, '$1')
      // "Thank you for writing, {name}." to someone who gave no name.
      .replace(/,(?=[,.?!])/g, '')
      .replace(/ {2,}/g, ' '),
  }));
}
