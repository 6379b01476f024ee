import { useLingui } from '@lingui/react/macro';
import type { FilterOp } from '../operations';

/** The words for comparisons. */
export function useOpWords(): Record<FilterOp, string> {
  const { t } = useLingui();
  return {
    EQ: t`is`,
    NE: t`is not`,
    LT: t`is less than`,
    LE: t`is at most`,
    GT: t`is more than`,
    GE: t`is at least`,
    CONTAINS: t`contains`,
    STARTS_WITH: t`starts with`,
    IN: t`is one of`,
    IS_NULL: t`is null`,
    IS_NOT_NULL: t`is not null`,
  };
}
