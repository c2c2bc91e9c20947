import { normalise } from './normalise.ts';
import type { Build } from './build.ts';
import type { Option, Point } from './program.ts';
import { type OptionSource, SECTIONS } from './schema/option.ts';
import { into, type Spot } from './spot.ts';

/** A kind of support; every statement must lead to a source there is. */
export function compileOption(source: OptionSource, at: Spot, build: Build): Option {
  const { texts } = build;
  const key = `option.${source.option}`;
  return {
    id: source.option,
    title: texts.make(`${key}.title`, source.title, into(at, 'title'), null),
    short: texts.make(`${key}.short`, source.short, into(at, 'short'), null),
    names: source.names.map(normalise).filter((name) => name !== ''),
    audience: source.audience,
    group: source.group,
    formats: source.formats,
    tags: source.tags,
    providedBy: source.provided_by,
    sections: SECTIONS.flatMap((id) => {
      const points = source.sections[id];
      return points
        ? [{ id, points: points.map((_, index) => compilePoint(source, id, index, at, build)) }]
        : [];
    }),
    review: source.review,
  };
}

function compilePoint(
  source: OptionSource,
  section: (typeof SECTIONS)[number],
  index: number,
  at: Spot,
  build: Build,
): Point {
  const point = source.sections[section]?.[index];
  const here = into(at, 'sections', section, index);
  const words = point?.text ?? '';
  const text = build.texts.make(
    `option.${source.option}.${section}.${index}`,
    words,
    into(here, 'text'),
    null,
  );
  const sources = point && 'sources' in point ? point.sources : [];
  for (const [position, id] of sources.entries()) checkSource(id, into(here, 'sources', position), build);
  return { text, sources, ...(point?.only_in === undefined ? {} : { onlyIn: point.only_in }) };
}

function checkSource(id: string, at: Spot, build: Build): void {
  const { sources, incomplete } = build.material;
  if (sources.has(id) || incomplete.has('sources')) return;
  build.report.add('DLG303', at, `There is no source \`${id}\` in \`resources/sources.yaml\`.`, {
    instead: { of: id, known: sources.keys() },
  });
}
