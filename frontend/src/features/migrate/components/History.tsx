import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { DurationText } from '../../../ui/numbers';
import { RelativeTime } from '../../../ui/RelativeTime';
import type { MigrationItem } from '../operations';
import classes from './History.module.css';
import { Steps } from './Steps';

const Confirm = lazy(() => import('../../../ui/Confirm').then((module) => ({ default: module.Confirm })));

type Props = {
  migrations: readonly MigrationItem[];
  busy: boolean;
  /** Ends when the answer is there. */
  onRollBack: (migration: MigrationItem) => Promise<void>;
};

/** Migrations that were applied, newest first. */
export function History({ migrations, busy, onRollBack }: Props) {
  return (
    <ul className={classes.list}>
      {migrations.map((migration) => (
        <Entry key={migration.id} migration={migration} busy={busy} onRollBack={onRollBack} />
      ))}
    </ul>
  );
}

function Entry({ migration, busy, onRollBack }: { migration: MigrationItem } & Omit<Props, 'migrations'>) {
  const { t } = useLingui();
  const [asked, setAsked] = useState(false);
  const [open, setOpen] = useState(false);
  const steps = plural(migration.steps.length, { one: '# step', other: '# steps' });
  return (
    <li className={classes.entry}>
      <Group justify="space-between" wrap="wrap" gap="xs">
        <Group gap="xs">
          <Text fw={600} className="num">
            #{migration.number}
          </Text>
          <StatusBadge status={migration.status} />
          <Text size="sm" c="var(--quiet)">
            {steps} · <DurationText milliseconds={migration.durationMs} /> · <RelativeTime at={migration.createdAt} />
            {migration.appliedBy ? ` · ${migration.appliedBy.name}` : ''}
          </Text>
        </Group>
        <Group gap="xs">
          <Button variant="default" onClick={() => setOpen(!open)} aria-expanded={open}>
            {open ? t`Hide the steps` : t`Show the steps`}
          </Button>
          {migration.canRollBack ? (
            <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={() => setAsked(true)}>
              <Trans>Roll back …</Trans>
            </Button>
          ) : null}
        </Group>
      </Group>
      {migration.error ? <Text c="red">{migration.error}</Text> : null}
      <Suspense fallback={null}>
        {asked ? (
          <Confirm
            title={t`Roll back migration ${migration.number}`}
            action={t`Roll it back`}
            busy={busy}
            onConfirm={() => void onRollBack(migration).then(() => setAsked(false))}
            onClose={() => setAsked(false)}
          >
            <Trans>
              The tables go back to how they were before this migration. Rows made since in new columns or tables are
              lost.
            </Trans>
          </Confirm>
        ) : null}
      </Suspense>
      {open ? <Steps steps={migration.steps} /> : null}
    </li>
  );
}

function StatusBadge({ status }: { status: MigrationItem['status'] }) {
  const { t } = useLingui();
  switch (status) {
    case 'APPLIED':
      return <Badge color="green">{t`applied`}</Badge>;
    case 'ROLLED_BACK':
      return <Badge color="gray">{t`rolled back`}</Badge>;
    case 'FAILED':
      return <Badge color="red">{t`failed`}</Badge>;
  }
}
