/** A cell of a grid. */
export type Place = { row: number; column: number };

const PAGE = 15;

/** Where a key leads from a cell, or null where it leads nowhere. */
export function moved(from: Place, key: string, far: boolean, size: { rows: number; columns: number }): Place | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const row = (value: number) => ({ ...from, row: Math.max(0, Math.min(last.row, value)) });
  const column = (value: number) => ({ ...from, column: Math.max(0, Math.min(last.column, value)) });
  switch (key) {
    case 'ArrowUp':
      return row(far ? 0 : from.row - 1);
    case 'ArrowDown':
      return row(far ? last.row : from.row + 1);
    case 'PageUp':
      return row(from.row - PAGE);
    case 'PageDown':
      return row(from.row + PAGE);
    case 'ArrowLeft':
      return column(far ? 0 : from.column - 1);
    case 'ArrowRight':
      return column(far ? last.column : from.column + 1);
    case 'Home':
      return far ? { row: 0, column: 0 } : column(0);
    case 'End':
      return far ? last : column(last.column);
    default:
      return null;
  }
}
