import type { Language } from '../../../domain/locale.ts';
import type { ResourceView } from '../../../domain/view.ts';
import type { Chat } from '../chat.ts';
import { Because } from './because.tsx';
import { Contacts } from './contacts.tsx';
import { Heading, type Level } from './heading.tsx';
import { KeepButton } from './keep-button.tsx';
import { OpenState } from './open-state.tsx';
import { Reached } from './reached.tsx';
import { ReportWrong } from './report-wrong.tsx';
import { SourceLabel } from './sources.tsx';

/** Services call themselves by English names, also where the rest of the page is Spanish. */
const NAMES_IN = 'en';

interface ResourceCardProps {
  chat: Chat;
  item: ResourceView;
  level?: Level;
  /** In a long list: what decides and how to reach it first, the rest on request. */
  folded?: boolean;
  /** In the plan, where it can only be taken out. */
  inPlan?: boolean;
}

/** A service: what to expect, how to reach it, what to know before, and where we have it from. */
export function ResourceCard({ chat, item, level = 2, folded = false, inPlan = false }: ResourceCardProps) {
  const { words } = chat;
  const [first, ...others] = item.cautions;
  const source = (
    <p class="small">
      {words.source}: <SourceLabel source={item.source} words={words} />.{' '}
      {words.checked(dayInWords(item.checked, chat.language))}
    </p>
  );
  const open = <OpenState words={words} hours={item.hours} open={item.open} />;
  return (
    <article class="card">
      <Heading level={level} class="card-title" lang={NAMES_IN}>
        {item.name}
      </Heading>
      {item.nameMeans && <p class="name-means">{item.nameMeans}</p>}
      <Kinds item={item} />
      <Because because={item.because} />
      {!folded && <p>{item.whatToExpect}</p>}
      <Contacts contacts={item.contacts} words={words} />
      {inPlan && <Reached chat={chat} item={item} />}
      {!folded && open}
      <Cautions cautions={folded && first !== undefined ? [first] : item.cautions} />
      <details class="fold" aria-live="off">
        <summary>{folded ? words.moreFolded : words.moreAbout}</summary>
        {folded && (
          <>
            <p>{item.whatToExpect}</p>
            {open}
            <Cautions cautions={others} />
          </>
        )}
        <dl class="facts">
          <Fact name={words.forWhom} value={item.eligibility} />
          <Fact name={words.cost} value={item.cost} />
          <Fact name={words.where} value={item.where} />
          <Fact name={words.languages} value={item.languages.join(', ')} />
        </dl>
        {folded && source}
        <ReportWrong chat={chat} item={item} />
      </details>
      {!folded && source}
      <div class="card-does">
        <KeepButton chat={chat} what="resource" id={item.id} title={item.name} inPlan={inPlan} />
      </div>
    </article>
  );
}

/** Whose service it is, and what it is. */
function Kinds({ item }: { item: ResourceView }) {
  const kinds = item.kinds.filter((one) => one !== item.name).join(' · ');
  if (item.organisation === '' || item.organisation === item.name) return <p class="small">{kinds}</p>;
  return (
    <p class="small">
      <span lang={NAMES_IN}>{item.organisation}</span>
      {kinds === '' ? '' : ` · ${kinds}`}
    </p>
  );
}

/** What to know before: one quiet list. */
function Cautions({ cautions }: { cautions: readonly string[] }) {
  if (cautions.length === 0) return null;
  return (
    <ul class="cautions">
      {cautions.map((caution) => (
        <li key={caution}>{caution}</li>
      ))}
    </ul>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  if (value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** An ISO date as a reader of the language writes it. */
export function dayInWords(iso: string, language: Language): string {
  const day = new Date(iso);
  if (Number.isNaN(day.getTime())) return iso;
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day);
}
