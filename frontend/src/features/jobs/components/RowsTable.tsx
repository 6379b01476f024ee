import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Checkbox, TextInput } from '@mantine/core';
import { bigText } from '../../../graphql/bigint';
import { NumberText } from '../../../ui/numbers';
import type { Estimate, FormRelation, FormTable } from '../operations';
import { numberProblem, type Wish } from '../request';
import classes from './RowsTable.module.css';

type Props = {
  tables: readonly FormTable[];
  relations: readonly FormRelation[];
  estimate: Estimate | undefined;
  wish: Wish;
  onChange: (next: Wish) => void;
};

/** How many rows each table gets. What hangs on a parent follows it. */
export function RowsTable({ tables, relations, estimate, wish, onChange }: Props) {
  return (
    <div className={classes.frame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Table</Trans>
            </th>
            <th scope="col">
              <Trans>Rows to make</Trans>
            </th>
            <th scope="col" className={classes.number}>
              <Trans>Will be</Trans>
            </th>
            <th scope="col" className={classes.number} data-wide>
              <Trans>There now</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <RowsRow
              key={table.id}
              table={table}
              parent={parentOf(table, relations)}
              rows={estimate?.tables.find((each) => each.table === table.name)?.rows}
              wish={wish}
              onChange={onChange}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The table whose rows decide how many this one gets, if it is planned so. */
function parentOf(table: FormTable, relations: readonly FormRelation[]): string | null {
  const field = table.plannedRows.perParent?.field;
  if (!field) return null;
  return relations.find((each) => each.table === table.name && each.field === field)?.parentTable ?? null;
}

type RowProps = Omit<Props, 'tables' | 'relations' | 'estimate'> & {
  table: FormTable;
  parent: string | null;
  rows: Estimate['rows'] | undefined;
};

function RowsRow({ table, parent, rows, wish, onChange }: RowProps) {
  const { t, i18n } = useLingui();
  const included = !wish.skipped.includes(table.name);
  const typed = wish.rows[table.name] ?? '';
  const problem = numberProblem(typed);
  const planned = parent === null ? bigText(table.plannedRows.total ?? 0, i18n.locale) : t`follows ${parent}`;
  const toggle = () =>
    onChange({
      ...wish,
      skipped: included ? [...wish.skipped, table.name] : wish.skipped.filter((name) => name !== table.name),
    });
  return (
    <tr data-off={!included || undefined}>
      <td>
        <Checkbox checked={included} onChange={toggle} label={table.displayName ?? table.name} />
      </td>
      <td>
        <TextInput
          aria-label={t`Rows of ${table.name}`}
          placeholder={planned}
          inputMode="numeric"
          autoComplete="off"
          disabled={!included}
          value={typed}
          error={
            problem === 'word' ? t`A whole number, please` : problem === 'negative' ? t`Not below zero` : undefined
          }
          onChange={(event) => onChange({ ...wish, rows: { ...wish.rows, [table.name]: event.currentTarget.value } })}
        />
      </td>
      <td className={classes.number}>{included && rows !== undefined ? <NumberText value={rows} /> : '–'}</td>
      <td className={classes.number} data-wide>
        {table.rowCount == null ? (
          <Badge color="gray" size="sm">
            <Trans>no table yet</Trans>
          </Badge>
        ) : (
          <NumberText value={table.rowCount} />
        )}
      </td>
    </tr>
  );
}
