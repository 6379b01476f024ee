import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconPlus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '../../app/links';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { RowSkeletons } from '../../ui/Skeletons';
import { ExportRow } from './components/ExportRow';
import classes from './components/ExportRow.module.css';
import { ExportList } from './operations';

const ExportDialog = lazy(async () => ({ default: (await import('./components/ExportDialog')).ExportDialog }));

/** The files a project made. */
export function ExportsPage() {
  const { t } = useLingui();
  const { projectId } = useParams({ from: '/inside/projects/$projectId/exports' });
  const [after, setAfter] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [{ data, error, fetching }, ask] = useQuery({
    query: ExportList,
    variables: { id: projectId, after },
    requestPolicy: 'cache-and-network',
  });
  const exports = data?.project?.exports;
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <Page
      title={t`Exports`}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen(true)}>
          <Trans>Export rows</Trans>
        </Button>
      }
    >
      {error && !data ? <ErrorState error={error} onRetry={again} /> : null}
      {!data && !error ? <RowSkeletons rows={5} height={64} /> : null}
      {exports?.nodes.length === 0 ? <NoExports projectId={projectId} /> : null}
      {exports && exports.nodes.length > 0 ? (
        <ul className={classes.list}>
          {exports.nodes.map((item) => (
            <ExportRow key={item.id} item={item} onDeleted={again} />
          ))}
        </ul>
      ) : null}
      {exports?.pageInfo.hasNextPage ? (
        <Button variant="default" mt="md" loading={fetching} onClick={() => setAfter(exports.pageInfo.endCursor)}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
      {open ? (
        <Suspense fallback={null}>
          <ExportDialog projectId={projectId} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </Page>
  );
}

function NoExports({ projectId }: { projectId: string }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`No file yet`}
      icon={<IconFileSpreadsheet size={40} stroke={1.2} />}
      action={
        <ButtonLink to="/projects/$projectId/generate" params={{ projectId }} variant="default">
          <Trans>Generate rows to a file</Trans>
        </ButtonLink>
      }
    >
      <Trans>Generate straight to a file, or export rows that are in the tables.</Trans>
    </EmptyState>
  );
}
