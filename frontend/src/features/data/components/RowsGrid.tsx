import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { cellText } from '../../../ui/cell';
import { DataGrid, type GridColumn } from '../../../ui/DataGrid';
import type { Field, Sort, Table } from '../operations';
import { nextSort } from '../view';
import type { Opened } from './CellDrawer';
import classes from './RowsGrid.module.css';

const CellDrawer = lazy(async () => ({ default: (await import('./CellDrawer')).CellDrawer }));

type Props = {
  table: Table;
  columns: readonly string[];
  rows: readonly (readonly unknown[])[];
  total: number;
  /** Whether the rows of another view are on their way. */
  stale: boolean;
  sort: Sort | undefined;
  onSort: (next: Sort | undefined) => void;
  onEnd: () => void;
};

const NUMERIC = new Set<Field['type']>(['INTEGER', 'BIG_INTEGER', 'FLOAT', 'DECIMAL', 'AUTO_INCREMENT']);
const isNumber = (value: unknown) => typeof value === 'number';
const CHARACTER = 7.4;
/** Rows that a column's width is taken from. */
const MEASURED = 60;

/** Rows in a grid; a click on a header sorts, Enter or a double click opens a cell. */
export function RowsGrid({ table, columns, rows, total, stale, sort, onSort, onEnd }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState<Opened | null>(null);
  const label = table.displayName ?? table.name;
  const grid: GridColumn[] = columns.map((name, index) => {
    const type = table.fields.find((field) => field.name === name)?.type;
    const values = rows.slice(0, MEASURED).map((row) => row[index]);
    return {
      name,
      // A foreign key is what it refers to.
      numeric: type === 'FOREIGN_KEY' ? values.some(isNumber) : type !== undefined && NUMERIC.has(type),
      width: widthOf(name, values),
      header: <Header name={name} sort={sort} onSort={onSort} />,
    };
  });
  return (
    <>
      <DataGrid
        label={t`Rows of ${label}`}
        columns={grid}
        rows={rows}
        total={total}
        busy={stale}
        sort={sort ? { field: sort.field, direction: sort.direction ?? 'ASC' } : undefined}
        onEnd={onEnd}
        onOpen={(row, column) => setOpen({ name: columns[column] ?? '', value: rows[row]?.[column] })}
      />
      {open ? (
        <Suspense fallback={null}>
          <CellDrawer cell={open} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

function widthOf(name: string, values: readonly unknown[]): number {
  const longest = values.reduce<number>((most, value) => Math.max(most, cellText(value).length), name.length + 3);
  return Math.min(340, Math.max(80, Math.round(longest * CHARACTER) + 28));
}

function Header({ name, sort, onSort }: { name: string } & Pick<Props, 'sort' | 'onSort'>) {
  const sorted = sort?.field === name ? sort.direction : undefined;
  return (
    <UnstyledButton className={classes.header} onClick={() => onSort(nextSort(name, sort))}>
      <span>{name}</span>
      {sorted === 'ASC' ? <IconArrowUp size={14} aria-hidden /> : null}
      {sorted === 'DESC' ? <IconArrowDown size={14} aria-hidden /> : null}
    </UnstyledButton>
  );
}
