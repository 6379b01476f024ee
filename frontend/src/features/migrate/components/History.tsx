import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Badge, Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { DurationText } from '../../../ui/numbers';
import { RelativeTime } from '../../../ui/RelativeTime';
import type { MigrationItem } from '../operations';
import classes from './History.module.css';
import { Steps } from './Steps';

type Props = { migrations: readonly MigrationItem[]; busy: boolean; onRollBack: (migration: MigrationItem) => void };

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
          {migration.canRollBack && !asked ? (
            <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={() => setAsked(true)}>
              <Trans>Roll back …</Trans>
            </Button>
          ) : null}
        </Group>
      </Group>
      {migration.error ? <Text c="red">{migration.error}</Text> : null}
      {asked ? (
        <Group gap="xs" mt="xs" role="group" aria-label={t`Roll back migration ${migration.number}`}>
          <Text size="sm">
            <Trans>
              The tables go back to how they were before this migration. Rows made since in new columns or tables are
              lost.
            </Trans>
          </Text>
          <Button color="red" loading={busy} onClick={() => onRollBack(migration)}>
            <Trans>Roll back migration {migration.number}</Trans>
          </Button>
          <Button variant="default" onClick={() => setAsked(false)}>
            <Trans>Keep it</Trans>
          </Button>
        </Group>
      ) : null}
      {open ? <Steps steps={migration.steps} /> : null}
    </li>
  );
}

function StatusBadge({ status }: { status: MigrationItem['status'] }) {
  const { t } = useLingui();
  switch (status) {
    case 'APPLIED':
      return <Badge color="green" variant="light">{t`applied`}</Badge>;
    case 'ROLLED_BACK':
      return <Badge color="gray" variant="light">{t`rolled back`}</Badge>;
    case 'FAILED':
      return <Badge color="red" variant="light">{t`failed`}</Badge>;
  }
}
