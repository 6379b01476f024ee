import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Button, Code, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconTable } from '@tabler/icons-react';
import { useQuery } from 'urql';
import { ButtonLink } from '../../../app/links';
import { useWords } from '../../../i18n/words';
import { BytesText, NumberText } from '../../../ui/numbers';
import { type Job, JobProject } from '../operations';
import classes from './Outcome.module.css';

/** What came of a job: its files, its rows, or why it failed. */
export function Outcome({ job }: { job: Job }) {
  return (
    <>
      {job.error ? <Failure error={job.error} /> : null}
      {job.status === 'CANCELLED' ? (
        <Alert color="gray" variant="light" mb="xl" role="status">
          <Trans>Cancelled. No file and no row of it was kept.</Trans>
        </Alert>
      ) : null}
      {job.exports.length > 0 ? <Files exports={job.exports} /> : null}
      {job.status === 'COMPLETED' && job.intoTables ? <SeeData job={job} /> : null}
    </>
  );
}

function Failure({ error }: { error: NonNullable<Job['error']> }) {
  const { t } = useLingui();
  return (
    <Alert
      color="red"
      variant="light"
      mb="md"
      icon={<IconAlertTriangle size={18} />}
      title={t`This job failed`}
      role="alert"
    >
      <Text size="sm">{error.message}</Text>
      <Text size="sm" c="var(--quiet)">
        {error.retryable ? (
          <Trans>Trying again may help.</Trans>
        ) : (
          <Trans>Change what is named above, then start anew.</Trans>
        )}
      </Text>
      {error.errorId ? (
        <Text size="sm">
          <Trans>
            Tell whoever runs the server this number: <Code>{error.errorId}</Code>
          </Trans>
        </Text>
      ) : null}
    </Alert>
  );
}

function Files({ exports }: { exports: Job['exports'] }) {
  const { t } = useLingui();
  const words = useWords();
  return (
    <ul className={classes.files} aria-label={t`Files`}>
      {exports.map((file) => (
        <li key={file.id}>
          <div>
            <Text fw={600}>{file.fileName}</Text>
            <Text size="sm" c="var(--quiet)">
              {words(file.format.label)} · <NumberText value={file.rows} /> <Trans>rows</Trans> ·{' '}
              <BytesText value={file.bytes} />
            </Text>
          </div>
          <Button component="a" href={file.downloadUrl} download leftSection={<IconDownload size={16} />}>
            {t`Download ${file.fileName}`}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function SeeData({ job }: { job: Job }) {
  const [{ data }] = useQuery({
    query: JobProject,
    variables: { id: job.projectId },
    requestPolicy: 'network-only',
  });
  const names = job.progress.tables.map((table) => table.table);
  const tables = data?.project?.tables.filter((table) => names.includes(table.name)) ?? [];
  return (
    <Group gap="xs" mb="xl">
      {tables.map((table) => (
        <ButtonLink
          key={table.id}
          to="/projects/$projectId/data/$tableId"
          params={{ projectId: job.projectId, tableId: table.id }}
          variant="default"
          leftSection={<IconTable size={16} />}
        >
          <Trans>See {table.name}</Trans>
        </ButtonLink>
      ))}
    </Group>
  );
}
