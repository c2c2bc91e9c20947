import type { Country, Language } from '../domain/locale.ts';
import type { ContactView } from '../domain/view.ts';
import type { Line } from './line-schema.ts';
import { dialled, smsHref, telHref } from './phone.ts';
import type { Resource } from './schema.ts';
import type { Word } from './word-ids.ts';

/** Ways to reach a service, the quickest first. A number that cannot be dialled as written gets no link. */
export function contactsOfResource(resource: Resource, word: Word): ContactView[] {
  const contacts: ContactView[] = [];
  if (resource.phone !== null) contacts.push(...call(resource.phone, resource.country, word));
  if (resource.sms !== null) {
    contacts.push(...text(resource.sms.number, resource.sms.keyword, resource.country, word));
  }
  if (resource.url !== null) contacts.push(web(resource.url, word));
  if (resource.email !== null) contacts.push(mail(resource.email, word));
  return contacts;
}

/**
 * Ways to reach a line: what to press, and who may text, stand with the number they belong to. The numbers of other regions
 * follow, each with the name of its region.
 */
export function contactsOfLine(
  line: Line,
  language: Language,
  word: Word,
  regions: { lineById: (id: string) => Line | undefined; regionName: (region: string) => string },
): ContactView[] {
  const others = line.also.flatMap((id) => {
    const other = regions.lineById(id);
    return other === undefined
      ? []
      : ownContacts(other, language, word).map((contact) => named(other, contact));
  });
  const own = ownContacts(line, language, word);
  return [...(others.length > 0 ? own.map((contact) => named(line, contact)) : own), ...others];

  function named(of: Line, contact: ContactView): ContactView {
    if (of.region === null) return contact;
    const label = word('contact-region', { region: regions.regionName(of.region), label: contact.label });
    return { ...contact, label };
  }
}

function ownContacts(line: Line, language: Language, word: Word): ContactView[] {
  const contacts: ContactView[] = [];
  if (line.phone !== null) contacts.push(...call(line.phone, line.country, word, line.menu?.[language]));
  if (line.sms !== null) {
    const keyword = line.sms.keyword?.[language] ?? line.sms.keyword?.en;
    const condition = line.sms.condition?.[language];
    contacts.push(
      ...text(line.sms.number, keyword, line.country, word).map((contact) =>
        condition === undefined
          ? contact
          : { ...contact, label: word('contact-condition', { label: contact.label, condition }) },
      ),
    );
  }
  if (line.chat !== null) {
    contacts.push({
      kind: 'chat',
      label: word('contact-chat', { site: site(line.chat) }),
      href: line.chat,
    });
  }
  if (line.web !== null) contacts.push(web(line.web, word));
  if (line.email !== null) contacts.push(mail(line.email, word));
  return contacts;
}

function call(number: string, country: Country | 'international', word: Word, menu?: string): ContactView[] {
  const dial = dialled(number, country);
  if (dial === null) return [];
  const label =
    menu === undefined ? word('contact-call', { number }) : word('contact-call-menu', { number, menu });
  return [{ kind: 'phone', label, href: telHref(dial) }];
}

function text(
  number: string,
  keyword: string | undefined,
  country: Country | 'international',
  word: Word,
): ContactView[] {
  const dial = dialled(number, country);
  if (dial === null) return [];
  const label =
    keyword === undefined
      ? word('contact-text', { number })
      : word('contact-text-keyword', { number, keyword });
  return [{ kind: 'text', label, href: smsHref(dial, keyword) }];
}

function web(url: string, word: Word): ContactView {
  return { kind: 'web', label: word('contact-web', { site: site(url) }), href: url };
}

function mail(address: string, word: Word): ContactView {
  return { kind: 'email', label: word('contact-email', { address }), href: `mailto:${address}` };
}

/** The name of a website as people say it: `komen.org`. */
export function site(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '').replace(/\.$/, '');
}
