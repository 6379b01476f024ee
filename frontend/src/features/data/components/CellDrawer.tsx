import { useLingui } from '@lingui/react/macro';
import { Code, Drawer } from '@mantine/core';
import { cellText } from '../../../ui/cell';
import classes from './CellDrawer.module.css';

/** A cell that was opened. */
export type Opened = { name: string; value: unknown };

/** A whole value in a panel, where it has room; JSON is set out. */
export function CellDrawer({ cell, onClose }: { cell: Opened; onClose: () => void }) {
  const { t } = useLingui();
  const { name, value } = cell;
  return (
    <Drawer opened onClose={onClose} position="right" title={name} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Code block className={classes.value}>
        {typeof value === 'object' && value !== null ? JSON.stringify(value, null, 2) : cellText(value)}
      </Code>
    </Drawer>
  );
}
