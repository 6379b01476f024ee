import { useLingui } from '@lingui/react/macro';
import { Drawer, type DrawerProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { PANEL_PROPS, usePanel } from './usePanel';

type Props = { title: ReactNode; size?: DrawerProps['size']; onClose: () => void; children: ReactNode };

/** A panel at the right, over the page. It is open while it is there. */
export function Panel({ title, size = 'md', onClose, children }: Props) {
  const { t } = useLingui();
  usePanel(onClose);
  return (
    <Drawer
      {...PANEL_PROPS}
      opened
      onClose={onClose}
      position="right"
      size={size}
      title={title}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {children}
    </Drawer>
  );
}
