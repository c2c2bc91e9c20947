/** Names as the bits of one number, so that one look decides whether two sets share any. Unknown names count for nothing. */
export function bits(names: readonly string[], wanted: readonly string[]): number {
  let mask = 0;
  for (const name of wanted) {
    const at = names.indexOf(name);
    if (at >= 0) mask |= 1 << at;
  }
  return mask;
}
