import type { ReactNode } from 'react';
import classes from './List.module.css';

/** Classes for what stands in a {@link ListTable}: `main` for the link of a row, `quiet` for its second line. */
export const listClasses = { main: classes.main, quiet: classes.quiet };

type Props = { name: string; children: ReactNode };

/**
 * A plain table for lists. Mark cells `data-number` (figures), `data-wide` (left out on narrow screens) and
 * `data-end` (the actions of a row).
 */
export function ListTable({ name, children }: Props) {
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={name}>
        {children}
      </table>
    </div>
  );
}
