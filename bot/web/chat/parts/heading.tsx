import type { ComponentChildren } from 'preact';

export type Level = 2 | 3 | 4 | 5;

/** A heading of the level its place on the page asks for. */
export function Heading({
  level,
  class: look,
  lang,
  children,
}: {
  level: Level;
  class?: string;
  /** When it is in another language than the page. */
  lang?: string;
  children: ComponentChildren;
}) {
  const Tag = `h${level}` as const;
  return (
    <Tag {...(look ? { class: look } : {})} {...(lang ? { lang } : {})}>
      {children}
    </Tag>
  );
}

/** One level below. */
export function below(level: Level): Level {
  return level === 5 ? 5 : ((level + 1) as Level);
}
