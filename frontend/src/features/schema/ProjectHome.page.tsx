import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, SegmentedControl, Text } from '@mantine/core';
import { IconPlayerPlay, IconPlus, IconSettings } from '@tabler/icons-react';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '../../app/links';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { RowSkeletons } from '../../ui/Skeletons';
import { NextSteps } from './components/NextSteps';
import classes from './components/NextSteps.module.css';
import { ProjectViolations } from './components/ProjectViolations';
import { RelationList } from './components/RelationList';
import { TableGone } from './components/TableGone';
import { TableList } from './components/TableList';
import { type ProjectOverview, ProjectTables } from './operations';

const Diagram = lazy(() => import('./er/Diagram').then((module) => ({ default: module.Diagram })));
const ProjectSettings = lazy(() =>
  import('./components/ProjectSettings').then((module) => ({ default: module.ProjectSettings })),
);

/** The tables of a project: as a list, as a diagram, or by their relations. */
export function ProjectHomePage() {
  const { t } = useLingui();
  const { projectId } = useParams({ from: '/inside/projects/$projectId' });
  const [{ data, error }, ask] = useQuery({
    query: ProjectTables,
    variables: { id: projectId },
    requestPolicy: 'cache-and-network',
  });
  const project = data?.project;
  if (data && !project && !error) return <TableGone projectId={null} />;
  return (
    <Page title={project?.name ?? t`Tables`} actions={project ? <Actions project={project} /> : null}>
      {error && !project ? <ErrorState error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : null}
      {!project && !error ? <RowSkeletons rows={5} height={44} /> : null}
      {project ? <Tables project={project} /> : null}
    </Page>
  );
}

function Actions({ project }: { project: ProjectOverview }) {
  const params = { projectId: project.id };
  const { t } = useLingui();
  const [settings, setSettings] = useState(false);
  const toMigrate = project.tables.some((table) => table.state !== 'MIGRATED');
  return (
    <>
      <ActionIcon size="lg" aria-label={t`Settings of the project`} onClick={() => setSettings(true)}>
        <IconSettings size={17} stroke={1.6} />
      </ActionIcon>
      <Suspense fallback={null}>
        {settings ? <ProjectSettings project={project} onClose={() => setSettings(false)} /> : null}
      </Suspense>
      <ButtonLink
        variant="default"
        to="/projects/$projectId/tables/$tableId"
        params={{ ...params, tableId: 'new' }}
        leftSection={<IconPlus size={15} />}
      >
        <Trans>New table</Trans>
      </ButtonLink>
      {toMigrate && project.tables.length > 0 ? (
        <ButtonLink to="/projects/$projectId/migrate" params={params}>
          <Trans>Review migration</Trans>
        </ButtonLink>
      ) : null}
      {project.tables.length > 0 ? (
        <ButtonLink
          className={toMigrate ? classes.roomy : undefined}
          variant={toMigrate ? 'default' : 'filled'}
          to="/projects/$projectId/generate"
          params={params}
          leftSection={<IconPlayerPlay size={15} />}
        >
          <Trans>Generate</Trans>
        </ButtonLink>
      ) : null}
    </>
  );
}

function Tables({ project }: { project: ProjectOverview }) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: '/projects/$projectId' });
  const { view = 'list' } = useSearch({ from: '/inside/projects/$projectId' });
  if (project.tables.length === 0) return <NoTables projectId={project.id} />;
  return (
    <>
      {project.description ? (
        <Text c="var(--quiet)" mt="-0.5rem" mb="md" maw="46rem">
          {project.description}
        </Text>
      ) : null}
      <NextSteps project={project} />
      <ProjectViolations project={project} />
      <SegmentedControl
        mb="md"
        aria-label={t`Show as`}
        data={[
          { value: 'list', label: t`List` },
          { value: 'diagram', label: t`Diagram` },
          { value: 'relations', label: t`Relations` },
        ]}
        value={view}
        onChange={(next) =>
          navigate({ search: next === 'diagram' || next === 'relations' ? { view: next } : {}, replace: true })
        }
      />
      {view === 'list' ? <TableList project={project} /> : null}
      {view === 'relations' ? <RelationList project={project} /> : null}
      {view === 'diagram' ? (
        <Suspense fallback={<RowSkeletons rows={1} height={400} />}>
          <Diagram project={project} />
        </Suspense>
      ) : null}
    </>
  );
}

function NoTables({ projectId }: { projectId: string }) {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`No tables yet`}
      action={
        <ButtonLink to="/projects/$projectId/tables/$tableId" params={{ projectId, tableId: 'new' }}>
          <Trans>Design the first table</Trans>
        </ButtonLink>
      }
    >
      <Trans>A table is a list of fields. Give each a name, and its type and its values are proposed.</Trans>
    </EmptyState>
  );
}
