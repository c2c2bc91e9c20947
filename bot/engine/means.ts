import type { Means } from '../directory/types.ts';
import type { Draft } from './draft.ts';

/**
 * What the person told of what funds look at: the shared variables `household`, `income`, `insurance`, `in_treatment`,
 * `fund_groups`.
 */
export function meansOf(draft: Draft): Means {
  const chosen = (name: string): string | undefined => {
    const value = draft.value(name);
    return typeof value === 'string' ? value : undefined;
  };
  const [income, household, insurance] = [chosen('income'), chosen('household'), chosen('insurance')];
  const inTreatment = draft.value('in_treatment');
  const groups = draft.value('fund_groups');
  return {
    ...(income === undefined ? {} : { income }),
    ...(household === undefined ? {} : { household }),
    ...(insurance === undefined ? {} : { insurance }),
    ...(typeof inTreatment === 'boolean' ? { inTreatment } : {}),
    ...(Array.isArray(groups) ? { groups } : {}),
  };
}
