import { Trans, useLingui } from '@lingui/react/macro';
import { VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { ListTable } from '../../../ui/ListTable';
import { RelativeTime } from '../../../ui/RelativeTime';
import type { ProjectItem } from '../operations';
import { ProjectRow } from './ProjectRow';

const DeleteProjectDialog = lazy(() =>
  import('./DeleteProjectDialog').then((module) => ({ default: module.DeleteProjectDialog })),
);

/** The projects, one a row. */
export function ProjectList({ projects }: { projects: readonly ProjectItem[] }) {
  const { t } = useLingui();
  const [doomed, setDoomed] = useState<ProjectItem | null>(null);
  return (
    <>
      <ListTable name={t`Projects`}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Name</Trans>
            </th>
            <th scope="col" data-wide>
              <Trans>Tables</Trans>
            </th>
            <th scope="col" data-wide>
              <Trans>Changed</Trans>
            </th>
            <th scope="col" data-end>
              <VisuallyHidden>{t`Actions`}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <ProjectRow
              key={project.id}
              project={project}
              changed={<RelativeTime at={project.updatedAt} />}
              onDelete={() => setDoomed(project)}
            />
          ))}
        </tbody>
      </ListTable>
      <Suspense fallback={null}>
        {doomed ? <DeleteProjectDialog project={doomed} onClose={() => setDoomed(null)} /> : null}
      </Suspense>
    </>
  );
}
