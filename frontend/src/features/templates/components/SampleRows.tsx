import { useLingui } from '@lingui/react/macro';
import { cellText } from '../../../ui/cell';
import type { Template } from '../operations';
import classes from './Gallery.module.css';

function cells(row: unknown, fields: readonly string[]): unknown[] {
  if (Array.isArray(row)) return row;
  const record = (row ?? {}) as Record<string, unknown>;
  return fields.map((field) => record[field]);
}

/** Rows that show what a table is like, without pushing the next template out of sight. */
const SHOWN = 5;

/** Some rows of a template's table. */
export function SampleRows({ template, table }: { template: string; table: Template['tables'][number] }) {
  const { t } = useLingui();
  return (
    <section className={classes.rows} aria-label={t`Sample rows of ${table.name}, ${template}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {table.fields.map((field) => (
              <th key={field} scope="col">
                {field}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.sample.slice(0, SHOWN).map((row, index) => (
            <tr key={`row-${index.toString()}`}>
              {cells(row, table.fields).map((cell, at) => (
                <td key={table.fields[at] ?? at}>{cellText(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
