import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Text } from '@mantine/core';
import { IconTableOff } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ButtonLink } from '../../app/links';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { NumberText } from '../../ui/numbers';
import { Page } from '../../ui/Page';
import { RowSkeletons } from '../../ui/Skeletons';
import { ExportMenu } from './components/ExportMenu';
import { Filters } from './components/Filters';
import { RowsGrid } from './components/RowsGrid';
import classes from './Data.module.css';
import { DataTable, DataTables, type Table } from './operations';
import { useRows } from './useRows';
import type { View } from './view';

/** The rows of a table, sorted and filtered by the database. */
export function DataPage() {
  const { t } = useLingui();
  const { projectId, tableId } = useParams({ from: '/inside/projects/$projectId/data/$tableId' });
  const [{ data, error }, ask] = useQuery({
    query: DataTable,
    variables: { id: tableId },
    requestPolicy: 'cache-and-network',
  });
  const table = data?.table;
  return (
    <Page
      title={table ? (table.displayName ?? table.name) : t`Data`}
      width="full"
      actions={<TableSwitch projectId={projectId} tableId={tableId} />}
    >
      {error && !data ? <ErrorState error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : null}
      {!data && !error ? <RowSkeletons rows={12} /> : null}
      {table && table.state === 'DRAFT' ? <NotMigrated projectId={projectId} /> : null}
      {table && table.state !== 'DRAFT' ? <Rows key={table.id} table={table} formats={data.formats} /> : null}
    </Page>
  );
}

type RowsProps = { table: Table; formats: Parameters<typeof ExportMenu>[0]['formats'] };

function Rows({ table, formats }: RowsProps) {
  const { t } = useLingui();
  const view = useSearch({ from: '/inside/projects/$projectId/data/$tableId' });
  const navigate = useNavigate({ from: '/projects/$projectId/data/$tableId' });
  const { loaded, stale, error, more, again } = useRows(table.id, view);
  const show = (next: View) => void navigate({ search: next, replace: true });
  const filtered = (view.filter ?? []).length > 0;
  return (
    <div className={classes.tool}>
      <div className={classes.bar}>
        <Filters
          fields={table.fields}
          filters={view.filter ?? []}
          onChange={(filter) => show({ ...view, filter: filter.length > 0 ? filter : undefined })}
        />
        <Text size="sm" c="var(--quiet)" role="status">
          {loaded ? (
            <Trans>
              <NumberText value={loaded.total} /> rows
            </Trans>
          ) : (
            '…'
          )}
        </Text>
        <ExportMenu table={table} view={view} formats={formats} />
      </div>
      {error ? <ErrorState error={error} onRetry={again} /> : null}
      {!loaded && !error ? <RowSkeletons rows={12} /> : null}
      {loaded && loaded.total === 0 ? <NoRows filtered={filtered} projectId={table.projectId} /> : null}
      {loaded && loaded.total > 0 ? (
        <RowsGrid
          key={loaded.key}
          stale={stale}
          table={table}
          columns={loaded.columns}
          rows={loaded.rows}
          total={loaded.total}
          sort={view.sort}
          onSort={(sort) => show({ ...view, sort })}
          onEnd={more}
        />
      ) : null}
      {table.state === 'CHANGED' ? (
        <Text size="sm" c="var(--quiet)" mt="xs">{t`The design has changes that the table does not have yet.`}</Text>
      ) : null}
    </div>
  );
}

function TableSwitch({ projectId, tableId }: { projectId: string; tableId: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [{ data }] = useQuery({ query: DataTables, variables: { id: projectId } });
  const tables = data?.project?.tables.filter((table) => table.state !== 'DRAFT') ?? [];
  if (tables.length < 2) return null;
  return (
    <NativeSelect
      aria-label={t`Table`}
      data={tables.map((table) => ({ value: table.id, label: table.displayName ?? table.name }))}
      value={tableId}
      onChange={(event) =>
        void navigate({
          to: '/projects/$projectId/data/$tableId',
          params: { projectId, tableId: event.currentTarget.value },
        })
      }
    />
  );
}

function NotMigrated({ projectId }: { projectId: string }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`This table is not in the database yet`}
      icon={<IconTableOff size={40} stroke={1.2} />}
      action={
        <ButtonLink to="/projects/$projectId/migrate" params={{ projectId }}>
          <Trans>Review migration</Trans>
        </ButtonLink>
      }
    >
      <Trans>Rows are shown once the table was made.</Trans>
    </EmptyState>
  );
}

function NoRows({ filtered, projectId }: { filtered: boolean; projectId: string }) {
  const { t } = useLingui();
  if (filtered) return <EmptyState title={t`No row passes these filters`} />;
  return (
    <EmptyState
      title={t`No rows yet`}
      action={
        <ButtonLink to="/projects/$projectId/generate" params={{ projectId }}>
          <Trans>Generate rows</Trans>
        </ButtonLink>
      }
    >
      <Trans>The table is there and empty.</Trans>
    </EmptyState>
  );
}
