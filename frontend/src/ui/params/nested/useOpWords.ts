import { useLingui } from '@lingui/react/macro';
import type { Op } from '../cases';

/** What a case asks, in words. */
export function useOpWords(): Record<Op, string> {
  const { t } = useLingui();
  return {
    is: t`is`,
    in: t`is one of`,
    below: t`is below`,
    at_most: t`is at most`,
    above: t`is above`,
    at_least: t`is at least`,
    null: t`is empty (null)`,
  };
}
