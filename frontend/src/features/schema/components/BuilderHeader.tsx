import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Text, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconPlayerPlay } from '@tabler/icons-react';
import { ButtonLink } from '../../../app/links';
import { useBuilder } from '../context';
import { asIdentifier } from '../draft/names';
import type { ApiTable } from '../operations';
import classes from './Builder.module.css';
import { StateBadge } from './StateBadge';

type Props = {
  projectId: string;
  table: ApiTable | null;
  changes: number;
  canUndo: boolean;
  canRedo: boolean;
  saving: boolean;
  onSave: () => void;
};

/** The table's name, what is unsaved, and what to do next. */
export function BuilderHeader({ projectId, table, changes, canUndo, canRedo, saving, onSave }: Props) {
  const { t } = useLingui();
  const { draft, dispatch } = useBuilder();
  const unsaved = plural(changes, { one: '# change not saved', other: '# changes not saved' });
  const toMigrate = table !== null && table.state !== 'MIGRATED' && changes === 0;
  return (
    <div className={classes.header}>
      <VisuallyHidden>
        <Title order={1}>{draft.name === '' ? t`New table` : t`Table ${draft.name}`}</Title>
      </VisuallyHidden>
      <TextInput
        className={classes.tableName}
        aria-label={t`Name of the table`}
        placeholder={t`name_of_the_table`}
        autoFocus={table === null && draft.name === ''}
        autoComplete="off"
        spellCheck={false}
        value={draft.name}
        onChange={(event) => dispatch({ do: 'table', patch: { name: asIdentifier(event.currentTarget.value) } })}
      />
      <Group gap="xs" className={classes.state}>
        {table ? <StateBadge state={table.state} /> : null}
        <Text size="sm" c="var(--quiet)" role="status">
          {changes > 0 ? unsaved : table ? t`Saved` : t`Not saved yet`}
        </Text>
      </Group>
      <Group gap="xs">
        <ActionIcon
          aria-label={t`Undo`}
          aria-keyshortcuts="Control+Z Meta+Z"
          disabled={!canUndo}
          onClick={() => dispatch({ do: 'undo' })}
        >
          <IconArrowBackUp size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t`Redo`} disabled={!canRedo} onClick={() => dispatch({ do: 'redo' })}>
          <IconArrowForwardUp size={16} />
        </ActionIcon>
        {changes > 0 && table ? (
          <Button variant="subtle" color="gray" onClick={() => dispatch({ do: 'discard' })}>
            <Trans>Discard</Trans>
          </Button>
        ) : null}
        <Button
          variant={toMigrate ? 'default' : 'filled'}
          disabled={changes === 0}
          loading={saving}
          aria-keyshortcuts="Control+S Meta+S"
          onClick={onSave}
        >
          <Trans>Save</Trans>
        </Button>
        {toMigrate ? (
          <ButtonLink to="/projects/$projectId/migrate" params={{ projectId }}>
            <Trans>Review migration</Trans>
          </ButtonLink>
        ) : null}
        {table && !toMigrate ? (
          <ButtonLink
            variant="default"
            to="/projects/$projectId/generate"
            params={{ projectId }}
            leftSection={<IconPlayerPlay size={15} />}
          >
            <Trans>Generate</Trans>
          </ButtonLink>
        ) : null}
      </Group>
    </div>
  );
}
