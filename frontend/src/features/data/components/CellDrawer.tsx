import { Code } from '@mantine/core';
import { cellText } from '../../../ui/cell';
import { Panel } from '../../../ui/Panel';
import classes from './CellDrawer.module.css';

/** A cell that was opened. */
export type Opened = { name: string; value: unknown };

/** A whole value in a panel, where it has room; JSON is set out. */
export function CellDrawer({ cell, onClose }: { cell: Opened; onClose: () => void }) {
  const { name, value } = cell;
  return (
    <Panel onClose={onClose} title={name}>
      <Code block className={classes.value}>
        {typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : cellText(value)}
      </Code>
    </Panel>
  );
}
