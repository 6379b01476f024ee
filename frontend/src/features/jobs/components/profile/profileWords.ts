import { useLingui } from '@lingui/react/macro';
import type { Check } from '../../operations';

/** The words for what is compared, how it ended, and why it was not tested. */
export function useCheckWords() {
  const { t } = useLingui();
  const kinds: Record<Check['kind'], string> = {
    NULL_RATE: t`Share of nulls`,
    DISTRIBUTION: t`Distribution`,
    CHILDREN: t`Children per parent`,
    UNIQUE: t`Unique`,
    FOREIGN_KEY: t`Foreign key`,
    RANGE: t`Range`,
    LENGTH: t`Length`,
    CHOICES: t`Choices`,
  };
  const verdicts: Record<Check['verdict'], string> = {
    HOLDS: t`holds`,
    OFF: t`off`,
    NOT_TESTED: t`not tested`,
  };
  const reasons: Record<NonNullable<Check['reason']>, string> = {
    TOO_FEW_ROWS: t`Too few rows to tell anything.`,
    NO_STATEMENT: t`The generator states no distribution.`,
    ONE_VALUE: t`Only one value can come of it.`,
    TOO_MANY_VALUES: t`There are too many different values to count each.`,
    OWN_NULLS: t`Some nulls come from the generator or from what it is made from.`,
    SCALED: t`The rows asked for change every parent's share.`,
    HIDDEN_PARENTS: t`Nulls of the foreign key hide whose child a row is.`,
    EARLIER_PARENTS: t`The parents were there before the job.`,
    FAULTS: t`Faults make some of its values wrong on purpose.`,
    BY_CONSTRUCTION: t`It is so by the way rows are made; what was measured agrees.`,
  };
  return { kinds, verdicts, reasons };
}
