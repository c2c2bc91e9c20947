/** @jsxImportSource react */
import { elapsed } from '../state/clock.ts';
import { useNow } from '../state/use-now.ts';

/** How long since an instant, running. Only this is drawn anew each second, not what stands around it. */
export function Elapsed({ since }: { since: string }) {
  return <>{elapsed(since, useNow())}</>;
}
