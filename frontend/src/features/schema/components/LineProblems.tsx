import { useLingui } from '@lingui/react/macro';
import { useViolationText, type Violation } from '../../../ui/Violations';
import { isUnfilled } from '../draft/unfilled';
import classes from './FieldTable.module.css';

/** What is wrong with a field, under its row. */
export function LineProblems({ id, problems }: { id: string; problems: readonly Violation[] }) {
  const { t } = useLingui();
  const text = useViolationText();
  const line = (each: Violation) =>
    each.severity === 'INFO' && isUnfilled(each) ? t`Still to fill in: ${text(each)}` : text(each);
  if (problems.length === 0) return null;
  return (
    <tr className={classes.problems}>
      <td />
      <td colSpan={7} id={id}>
        {problems.map((each) => (
          <div key={`${each.code} ${each.message}`} data-severity={each.severity}>
            {line(each)}
          </div>
        ))}
      </td>
    </tr>
  );
}
