/** Why something is shown, in the person's own answers. */
export function Because({ because }: { because: readonly string[] }) {
  if (because.length === 0) return null;
  return (
    <ul class="because">
      {because.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
