import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** Adds an entry to a list. */
export function AddButton({ label, onAdd }: { label: ReactNode; onAdd: () => void }) {
  return (
    <Button variant="subtle" mt={4} leftSection={<IconPlus size={14} />} onClick={onAdd}>
      {label}
    </Button>
  );
}
