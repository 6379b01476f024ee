import { useLingui } from '@lingui/react/macro';
import { Badge } from '@mantine/core';
import type { ApiTable } from '../operations';

/** Whether the table stands in the database as it is designed. */
export function StateBadge({ state }: { state: ApiTable['state'] }) {
  const { t } = useLingui();
  const shown = {
    DRAFT: {
      label: t({ message: 'Draft', context: 'state of a table' }),
      title: t`Not in the database yet`,
      color: 'gray',
    },
    CHANGED: {
      label: t({ message: 'Changed', context: 'state of a table' }),
      title: t`Its design is ahead of the database`,
      color: 'yellow',
    },
    MIGRATED: { label: t`Migrated`, title: t`In the database as designed`, color: 'green' },
  }[state];
  return (
    <Badge color={shown.color} title={shown.title} autoContrast>
      {shown.label}
    </Badge>
  );
}
