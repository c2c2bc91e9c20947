import type { SourceView } from '../../../domain/view.ts';
import type { Words } from '../words/words.ts';
import { Heading, type Level } from './heading.tsx';
import { WebLink } from './web-link.tsx';

interface SourcesProps {
  sources: readonly SourceView[];
  words: Words;
  level: Level;
}

/** Where the statements on a card come from. */
export function Sources({ sources, words, level }: SourcesProps) {
  if (sources.length === 0) return null;
  return (
    <div class="sources">
      <Heading level={level}>{words.sources}</Heading>
      <ul>
        {sources.map((source) => (
          <li key={source.id}>
            <SourceLabel source={source} words={words} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export function SourceLabel({ source, words }: { source: SourceView; words: Words }) {
  if (source.url === undefined) return <>{source.label}</>;
  return (
    <WebLink href={source.url} words={words}>
      {source.label}
    </WebLink>
  );
}
