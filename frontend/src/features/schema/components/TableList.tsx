import { Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { ListTable } from '../../../ui/ListTable';
import type { OverviewTable, ProjectOverview } from '../operations';
import { TableRow } from './TableRow';

const DeleteTableDialog = lazy(() =>
  import('./DeleteTableDialog').then((module) => ({ default: module.DeleteTableDialog })),
);

/** The tables, one a row: rows, state, what to do. */
export function TableList({ project }: { project: ProjectOverview }) {
  const { t } = useLingui();
  const [doomed, setDoomed] = useState<OverviewTable | null>(null);
  const tables = project.tables.toSorted((one, other) => one.position - other.position);
  return (
    <>
      <ListTable name={t`Tables`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Table</Trans>
            </th>
            <th scope="col">
              <Trans>State</Trans>
            </th>
            <th scope="col" data-number data-wide>
              <Trans>Fields</Trans>
            </th>
            <th scope="col" data-number>
              <Trans>Rows</Trans>
            </th>
            <th scope="col" data-wide>
              <Trans>A run makes</Trans>
            </th>
            <th scope="col" data-end>
              <VisuallyHidden>{t`Actions`}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {tables.map((table) => (
            <TableRow key={table.id} projectId={project.id} table={table} onDelete={() => setDoomed(table)} />
          ))}
        </tbody>
      </ListTable>
      <Suspense fallback={null}>
        {doomed ? <DeleteTableDialog table={doomed} onClose={() => setDoomed(null)} /> : null}
      </Suspense>
    </>
  );
}
