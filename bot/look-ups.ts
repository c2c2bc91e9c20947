import type { HelplineBook } from './console/helpline.ts';
import type { NameOfKey } from './console/insights.ts';
import { opensInWords, staffSearch } from './console/look-up.ts';
import type { LibraryParts } from './console/routes/library.ts';
import type { Content } from './content.ts';
import { titleOf } from './engine/speak.ts';
import { nameOfKey } from './names-of-counts.ts';
import type { Clock } from './turn/ports.ts';
import type { Names } from './turn/thread.ts';

/** What staff look up in the content. Each call answers from what is there at that moment: with `--watch` it changes. */
export interface LookUps extends Names, Pick<LibraryParts, 'describe' | 'search' | 'helplineName' | 'opens'> {
  hasService(id: string): boolean;
  nameOfKey: NameOfKey;
}

export function lookUps(content: () => Content, helpline: HelplineBook, clock: Clock): LookUps {
  /** Staff read services in English; what a person is shown is in the language of the person. */
  const card = (id: string) =>
    content().directory.views.resource(id, [], { language: 'en', now: clock.now() });
  return {
    option(id, language) {
      const { program } = content();
      return program.options.has(id) ? titleOf(program, id, language) : undefined;
    },
    resource: (id) => card(id)?.name,
    line(id, language) {
      const found = content().directory.views.line({ line: id, open: null }, { language, now: clock.now() });
      if (found === undefined) return undefined;
      const numbers = found.contacts.filter(({ kind }) => kind === 'phone' || kind === 'text');
      return { name: found.name, numbers: numbers.map(({ label }) => label).join(', ') };
    },
    describe(id) {
      const found = card(id);
      return { name: found?.name ?? id, contact: found?.contacts[0]?.label ?? '' };
    },
    hasService: (id) => content().directory.directory.has(id),
    nameOfKey: (group, id, language) => nameOfKey(content(), group, id, language),
    search: (words, place, language) =>
      staffSearch(content().directory, helpline.own, words, place, language, clock.now()),
    helplineName: () => helpline.own?.name ?? '',
    opens: (language, zone) => opensInWords(helpline.own, language, zone, clock.now()),
  };
}
