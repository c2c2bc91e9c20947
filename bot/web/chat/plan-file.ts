import type { Language } from '../../domain/locale.ts';
import type { PlanView } from '../../domain/view.ts';
import type { Words } from './words/words.ts';

/** Hands the plan to the person as one file that opens anywhere, made on the device. Its name says nothing. */
export function savePlan(plan: PlanView, language: Language, words: Words, made: Date): void {
  const blob = new Blob([planFile(plan, language, words, made)], { type: 'text/html;charset=utf-8' });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = 'plan.html';
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The plan as a page of its own: no script, nothing fetched. */
export function planFile(plan: PlanView, language: Language, words: Words, made: Date): string {
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' }).format(
    made,
  );
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer"><title>${mark(words.plan)}</title><style>${STYLE}</style></head><body>
<h1>${mark(words.plan)}</h1>
<p class="small">${mark(words.planFileMade(day))}</p>
${optionsOf(plan, words)}${resourcesOf(plan, words)}${questionsOf(plan, words)}
</body></html>
`;
}

const STYLE =
  'body{font:1.05rem/1.55 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1d2422;background:#fff}' +
  'section{margin:1.2rem 0;padding:0 0 .8rem;border-bottom:1px solid #aab3b0;break-inside:avoid}h3{margin:.6rem 0 .2rem}' +
  '.small{font-size:.9rem;color:#4d5956}ul{margin:.3rem 0}';

function optionsOf(plan: PlanView, words: Words): string {
  if (plan.options.length === 0) return '';
  const cards = plan.options.map((option) => {
    const sections = option.sections.map(
      (section) =>
        `<h4>${mark(section.heading)}</h4>${list(section.points.map((point) => mark(point.text)))}`,
    );
    const sources = option.sources.map((source) => linked(source.label, source.url));
    return `<section><h3>${mark(option.title)}</h3>${option.draft ? `<p class="small">${mark(words.draft)}</p>` : ''}
<p>${mark(option.short)}</p>${sections.join('')}${sources.length > 0 ? `<div class="small"><h4>${mark(words.sources)}</h4>${list(sources)}</div>` : ''}</section>`;
  });
  return `<h2>${mark(words.planOptions)}</h2>${cards.join('')}`;
}

function resourcesOf(plan: PlanView, words: Words): string {
  if (plan.resources.length === 0) return '';
  const cards = plan.resources.map((resource) => {
    const facts = [
      [words.hours, resource.hours ?? ''],
      [words.forWhom, resource.eligibility],
      [words.cost, resource.cost],
      [words.where, resource.where],
    ].filter(([, value]) => value !== '');
    return `<section><h3>${mark(resource.name)}</h3><p>${mark(resource.whatToExpect)}</p>
${list(resource.contacts.map((contact) => linked(contact.label, contact.href)))}
${list(facts.map(([name, value]) => `${mark(name ?? '')}: ${mark(value ?? '')}`))}
${resource.cautions.map((caution) => `<p>${mark(caution)}</p>`).join('')}
<p class="small">${mark(words.source)}: ${linked(resource.source.label, resource.source.url)}. ${mark(words.checked(resource.checked))}</p></section>`;
  });
  return `<h2>${mark(words.planServices)}</h2>${cards.join('')}`;
}

function questionsOf(plan: PlanView, words: Words): string {
  if (plan.questions.length === 0) return '';
  return `<h2>${mark(words.planQuestions)}</h2>${list(plan.questions.map((question) => mark(question.text)))}`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
}

function linked(label: string, href: string | undefined): string {
  const safe = href !== undefined && /^(https?:|tel:|sms:|mailto:)/.test(href);
  return safe ? `<a href="${mark(href)}">${mark(label)}</a>` : mark(label);
}

/** Text for an element or a quoted attribute. */
function mark(value: string): string {
  return value.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`);
}
