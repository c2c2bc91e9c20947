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

interface ResourceCardProps {
  chat: Chat;
  item: ResourceView;
  level?: Level;
  /** In the plan, where it can only be taken out. */
  inPlan?: boolean;
}

/** A service: what to expect, how to reach it, what to know before, and where we have it from. */
export function ResourceCard({ chat, item, level = 2, inPlan = false }: ResourceCardProps) {
  const { words } = chat;
  return (
    <article class="card">
      <Heading level={level} class="card-title">
        {item.name}
      </Heading>
      <p class="small">
        {[item.organisation, ...item.kinds].filter((one) => one && one !== item.name).join(' · ')}
      </p>
      <Because because={item.because} />
      <p>{item.whatToExpect}</p>
      <Contacts contacts={item.contacts} words={words} />
      {inPlan && <Reached chat={chat} item={item} />}
      <OpenState words={words} hours={item.hours} open={item.open} />
      {item.cautions.length > 0 && (
        <ul class="cautions">
          {item.cautions.map((caution) => (
            <li key={caution}>{caution}</li>
          ))}
        </ul>
      )}
      <details class="fold" aria-live="off">
        <summary>{words.moreAbout}</summary>
        <dl class="facts">
          <Fact name={words.forWhom} value={item.eligibility} />
          <Fact name={words.cost} value={item.cost} />
          <Fact name={words.where} value={item.where} />
          <Fact name={words.languages} value={item.languages.join(', ')} />
        </dl>
        <ReportWrong chat={chat} item={item} />
      </details>
      <p class="small">
        {words.source}: <SourceLabel source={item.source} words={words} />.{' '}
        {words.checked(dayInWords(item.checked, chat.language))}
      </p>
      <div class="card-does">
        <KeepButton chat={chat} what="resource" id={item.id} title={item.name} inPlan={inPlan} />
      </div>
    </article>
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
