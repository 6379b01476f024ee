import { Trans, useLingui } from '@lingui/react/macro';
import { IconTableOff } from '@tabler/icons-react';
import { Navigate, useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ButtonLink } from '../../app/links';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { RowSkeletons } from '../../ui/Skeletons';
import { DataTables } from './operations';

/** Leads to the first table that has rows to show. */
export function DataHomePage() {
  const { t } = useLingui();
  const { projectId } = useParams({ from: '/inside/projects/$projectId/data' });
  const [{ data, error }, ask] = useQuery({
    query: DataTables,
    variables: { id: projectId },
    requestPolicy: 'network-only',
  });
  const table = data?.project?.tables.find((each) => each.state !== 'DRAFT');
  if (table)
    return <Navigate to="/projects/$projectId/data/$tableId" params={{ projectId, tableId: table.id }} replace />;
  return (
    <Page title={t`Data`}>
      {error ? <ErrorState error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : null}
      {!data && !error ? <RowSkeletons rows={8} /> : null}
      {data ? (
        <EmptyState
          title={t`No table is in the database yet`}
          icon={<IconTableOff size={40} stroke={1.2} />}
          action={
            <ButtonLink to="/projects/$projectId/migrate" params={{ projectId }}>
              <Trans>Review migration</Trans>
            </ButtonLink>
          }
        >
          <Trans>Design tables, make them, fill them: then their rows are here.</Trans>
        </EmptyState>
      ) : null}
    </Page>
  );
}
