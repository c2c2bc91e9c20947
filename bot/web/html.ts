/** Text for an element or a quoted attribute. */
export function text(value: string): string {
  return value.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** The beginning of every page of ours that is read before any script: what it is in, and that it tells nobody where one came from. */
export function htmlHead(language: string, title: string, more: string): string {
  return `<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${text(title)}</title>
${more}
</head>`;
}
