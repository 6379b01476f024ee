import { Trans, useLingui } from '@lingui/react/macro';
import { SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useBuilder } from '../context';
import { FieldPanel } from './FieldPanel';
import classes from './SidePanel.module.css';
import { TablePanel } from './TablePanel';

const Panel = lazy(() => import('../../../ui/Panel').then((module) => ({ default: module.Panel })));

type Props = { opened: boolean; onClose: () => void };

/** The details of the selected field or of the table: beside the rows where there is room, else over them. */
export function SidePanel({ opened, onClose }: Props) {
  const { t } = useLingui();
  const beside = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  if (beside) {
    return (
      <aside className={classes.panel} aria-label={t`Details`}>
        <Content />
      </aside>
    );
  }
  return (
    <Suspense fallback={null}>
      {opened ? (
        <Panel title={<Trans>Details</Trans>} onClose={onClose}>
          <Content />
        </Panel>
      ) : null}
    </Suspense>
  );
}

function Content() {
  const { t } = useLingui();
  const { draft, selected, select } = useBuilder();
  const field = draft.fields.find((each) => each.key === selected);
  const last = field ?? draft.fields[0];
  return (
    <>
      <SegmentedControl
        // Measured anew when the name changes: the mark under the choice keeps the width it was drawn with.
        key={field?.name}
        fullWidth
        mb="md"
        aria-label={t`Details of`}
        data={[
          { value: 'field', label: field?.name || t`Field`, disabled: !last },
          { value: 'table', label: t`Table` },
        ]}
        value={field ? 'field' : 'table'}
        onChange={(value) => select(value === 'field' ? (last?.key ?? null) : null)}
      />
      {field ? <FieldPanel key={field.key} field={field} /> : <TablePanel />}
    </>
  );
}
