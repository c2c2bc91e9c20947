/** A whole or decimal number within limits, with point or comma: "62", "3,5", "about 4 years". Undefined otherwise. */
export function readNumber(text: string, limits: { min: number; max: number }): number | undefined {
  const found = text.slice(0, 200).match(/-?\d+(?:[.,]\d+)?/g);
  if (found === null || found.length !== 1) return undefined;
  const number = Number(found[0].replace(',', '.'));
  return number >= limits.min && number <= limits.max ? number : undefined;
}
