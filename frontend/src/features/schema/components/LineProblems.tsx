import { useViolationText, type Violation } from '../../../ui/Violations';
import classes from './FieldTable.module.css';

/** What is wrong with a field, under its row. */
export function LineProblems({ id, problems }: { id: string; problems: readonly Violation[] }) {
  const text = useViolationText();
  if (problems.length === 0) return null;
  return (
    <tr className={classes.problems}>
      <td />
      <td colSpan={7} id={id}>
        {problems.map((each) => (
          <div key={`${each.code} ${each.message}`} data-severity={each.severity}>
            {text(each)}
          </div>
        ))}
      </td>
    </tr>
  );
}
