import { useLingui } from '@lingui/react/macro';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { RowSkeletons } from '../../ui/Skeletons';
import { Builder } from './components/Builder';
import { TableGone } from './components/TableGone';
import { useCatalog } from './hooks/useCatalog';
import { BuilderTable } from './operations';

/** One table: designed, with its rows beside. The id `new` is a table that is not saved yet. */
export function TableBuilderPage() {
  const { t } = useLingui();
  const { projectId, tableId } = useParams({ from: '/inside/projects/$projectId/tables/$tableId' });
  const isNew = tableId === 'new';
  const { catalog, error: noCatalog } = useCatalog();
  const [{ data, error }, ask] = useQuery({
    query: BuilderTable,
    variables: { projectId, tableId, isNew },
    requestPolicy: 'cache-and-network',
  });
  const project = data?.project;
  const table = isNew ? null : (data?.table ?? undefined);
  const title = isNew ? t`New table` : (table?.displayName ?? table?.name ?? t`Table`);
  useEffect(() => {
    document.title = `${title} · Dynamic Model Builder`;
  }, [title]);
  const failed = error ?? noCatalog;
  if (project && catalog && table !== undefined) {
    return (
      <Builder
        key={tableId}
        projectId={projectId}
        tableId={tableId}
        table={table}
        tables={project.tables}
        seed={project.seed}
        catalog={catalog}
      />
    );
  }
  if (failed) {
    return (
      <Page title={title}>
        <ErrorState error={failed} onRetry={() => ask({ requestPolicy: 'network-only' })} />
      </Page>
    );
  }
  if (data && (!project || table === undefined)) return <TableGone projectId={project ? projectId : null} />;
  return (
    <Page title={title} width="full">
      <RowSkeletons rows={8} height={36} />
    </Page>
  );
}
