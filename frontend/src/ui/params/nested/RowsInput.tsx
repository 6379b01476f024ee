import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Input } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Json } from '../../../graphql/tada';
import { useWords } from '../../../i18n/words';
import { NumberField } from '../../NumberField';
import { everything, type Notes, unplaced, within } from '../notes';
import { ParamInput } from '../ParamInput';
import { asObject, withValue } from '../refs';
import type { ParamDescriptor } from '../types';
import { AddButton } from './AddButton';
import classes from './nested.module.css';
import { useRowKeys } from './rowKeys';

type Props = {
  columns: readonly ParamDescriptor[];
  value: readonly Json[];
  notes: Notes;
  onChange: (value: Json[]) => void;
};

/** Rows of values, such as ranges with weights: a table to type in. */
export function RowsInput({ columns, value, notes, onChange }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const keys = useRowKeys();
  const ids = [...keys.of(value.length)];
  const replace = (index: number, next: Json) => onChange(value.map((each, at) => (at === index ? next : each)));
  const cells = columns.map(({ name }) => name);
  const problem = unplaced(
    notes.problems,
    value.map((_, index) => `#${index}`),
  );
  return (
    <div className={classes.rows}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.name} scope="col" title={words(column.help)}>
                {words(column.label)}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {value.map((item, index) => {
            const row = asObject(item);
            const wrong = unplaced(within(notes, `#${index}`).problems, cells);
            return (
              <Fragment key={ids[index]}>
                <tr>
                  {columns.map((column) => (
                    <td key={column.name}>
                      <Cell
                        column={column}
                        label={t`${words(column.label)}, row ${index + 1}`}
                        value={row[column.name]}
                        notes={within(within(notes, `#${index}`), column.name)}
                        siblings={row}
                        onChange={(next) => replace(index, withValue(row, column.name, next))}
                      />
                    </td>
                  ))}
                  <td>
                    <ActionIcon
                      aria-label={t`Remove row ${index + 1}`}
                      onClick={() => {
                        keys.remove(index);
                        onChange(value.filter((_, at) => at !== index));
                      }}
                    >
                      <IconX size={14} />
                    </ActionIcon>
                  </td>
                </tr>
                {wrong ? (
                  <tr>
                    <td colSpan={columns.length + 1}>
                      <Input.Error>{wrong}</Input.Error>
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
      </table>
      {problem ? <Input.Error>{problem}</Input.Error> : null}
      <AddButton label={<Trans>Add a row</Trans>} onAdd={() => onChange([...value, {}])} />
    </div>
  );
}

type CellProps = {
  column: ParamDescriptor;
  label: string;
  value: Json | undefined;
  notes: Notes;
  siblings: { [key: string]: Json };
  onChange: (value: Json | undefined) => void;
};

/** A number without the words that stand above its column; anything else as it stands in a form. */
function Cell({ column, label, value, notes, siblings, onChange }: CellProps) {
  if (column.kind !== 'NUMBER' && column.kind !== 'INTEGER') {
    const owner = { generator: null, values: siblings };
    return <ParamInput param={column} value={value} siblings={owner} notes={notes} onChange={onChange} />;
  }
  return (
    <NumberField
      aria-label={label}
      value={typeof value === 'number' ? value : null}
      placeholder={column.default === null ? undefined : String(column.default)}
      integer={column.kind === 'INTEGER'}
      min={column.min}
      max={column.max}
      error={everything(notes.problems)}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
