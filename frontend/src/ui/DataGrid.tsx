import { useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { cellText } from './cell';
import classes from './DataGrid.module.css';
import { moved, type Place } from './gridKeys';

/** A column: its name, what stands in its header, how wide and which way its cells are set. */
export type GridColumn = { name: string; header: ReactNode; width: number; numeric: boolean };

type Props = {
  label: string;
  columns: readonly GridColumn[];
  rows: readonly (readonly unknown[])[];
  /** Rows there are in all, loaded or not. */
  total: number;
  /** Whether these rows are about to be replaced. */
  busy?: boolean;
  sort?: { field: string; direction: 'ASC' | 'DESC' } | undefined;
  /** Asks for the rows after the last. */
  onEnd: () => void;
  /** Opens a cell whose text is too long for it. */
  onOpen: (row: number, column: number) => void;
};

const ROW_HEIGHT = 32;
const HEADER_HEIGHT = 36;
/** Rows before the last at which more are asked for. */
const AHEAD = 40;

/** A grid of any number of rows: only those in sight are drawn. Arrow keys move from cell to cell. */
export function DataGrid({ label, columns, rows, total, busy = false, sort, onEnd, onOpen }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<Place>({ row: 0, column: 0 });
  const [moving, setMoving] = useState(false);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    // The header lies over the first rows of the frame.
    scrollPaddingEnd: HEADER_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const lastSeen = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && rows.length < total && lastSeen >= rows.length - AHEAD) onEnd();
  }, [lastSeen, rows.length, total, onEnd]);
  useEffect(() => {
    if (!moving) return;
    virtual.scrollToIndex(focus.row);
    const cell = frame.current?.querySelector<HTMLElement>(`[data-cell="${focus.row}:${focus.column}"]`);
    cell?.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).dataset.cell) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      return onOpen(focus.row, focus.column);
    }
    const next = moved(focus, event.key, event.ctrlKey || event.metaKey, {
      rows: rows.length,
      columns: columns.length,
    });
    if (!next) return;
    event.preventDefault();
    setMoving(true);
    setFocus(next);
  };
  const line = lineStyle(columns);
  return (
    <div
      ref={frame}
      className={classes.frame}
      role="grid"
      aria-label={label}
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      aria-busy={busy}
      onKeyDown={onKeyDown}
      onBlur={() => setMoving(false)}
    >
      <div className={classes.header} role="row" aria-rowindex={1} tabIndex={-1} style={line}>
        {columns.map((column, index) => (
          <div
            key={column.name}
            role="columnheader"
            tabIndex={-1}
            aria-colindex={index + 1}
            data-numeric={column.numeric || undefined}
            aria-sort={sortOf(column.name, sort)}
          >
            {column.header}
          </div>
        ))}
      </div>
      <div className={classes.body} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => (
          <div
            key={item.key}
            className={classes.row}
            role="row"
            tabIndex={-1}
            aria-rowindex={item.index + 2}
            style={{ ...line, transform: `translateY(${item.start}px)` }}
          >
            {columns.map((column, index) => (
              <Cell
                key={column.name}
                place={{ row: item.index, column: index }}
                value={rows[item.index]?.[index]}
                numeric={column.numeric}
                focused={focus.row === item.index && focus.column === index}
                onFocus={setFocus}
                onOpen={onOpen}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** How a line is divided: a text in the last column takes the room that is left. */
function lineStyle(columns: readonly GridColumn[]) {
  const sum = columns.reduce((total, column) => total + column.width, 0);
  const widths = columns.map(({ width, numeric }, index) =>
    index === columns.length - 1 && !numeric ? `minmax(${width}px, 1fr)` : `${width}px`,
  );
  return { gridTemplateColumns: widths.join(' '), width: `max(100%, ${sum}px)` };
}

function sortOf(name: string, sort: Props['sort']): 'ascending' | 'descending' | 'none' {
  if (sort?.field !== name) return 'none';
  return sort.direction === 'ASC' ? 'ascending' : 'descending';
}

type CellProps = {
  place: Place;
  value: unknown;
  numeric: boolean;
  focused: boolean;
  onFocus: (place: Place) => void;
  onOpen: Props['onOpen'];
};

function Cell({ place, value, numeric, focused, onFocus, onOpen }: CellProps) {
  const { t } = useLingui();
  const missing = value === null || value === undefined;
  return (
    <div
      role="gridcell"
      className={classes.cell}
      data-cell={`${place.row}:${place.column}`}
      data-null={missing || undefined}
      data-numeric={numeric || undefined}
      aria-colindex={place.column + 1}
      aria-label={missing ? t`null` : undefined}
      tabIndex={focused ? 0 : -1}
      onFocus={() => onFocus(place)}
      onDoubleClick={() => onOpen(place.row, place.column)}
    >
      {cellText(value)}
    </div>
  );
}
