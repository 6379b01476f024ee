import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ShellProject } from './operations';
import { type Section, usePlace } from './place';
import classes from './Shell.module.css';

function useSectionName(): (section: Section) => string {
  const { t } = useLingui();
  return (section) =>
    ({
      projects: t`Projects`,
      new: t`New project`,
      tables: t`Tables`,
      migrate: t`Migrate`,
      generate: t`Generate`,
      data: t`Data`,
      exports: t`Exports`,
      jobs: t`Jobs`,
      account: t`Settings`,
      graphiql: t`Playground`,
    })[section];
}

/** Where the page is; each step but the last is a link. */
export function Breadcrumb() {
  const { t } = useLingui();
  const nameOf = useSectionName();
  const { projectId, tableId, section } = usePlace();
  const [{ data }] = useQuery({
    query: ShellProject,
    variables: { id: projectId ?? '' },
    pause: projectId === undefined,
  });
  const project = projectId === undefined ? null : data?.project;
  const table = project?.tables.find((each) => each.id === tableId);
  return (
    <nav aria-label={t`Breadcrumb`} style={{ flex: 1, minWidth: 0 }}>
      <ol className={classes.crumbs}>
        {projectId === undefined && section !== 'new' ? null : (
          <li>
            <Link to="/projects">{t`Projects`}</Link>
          </li>
        )}
        {projectId === undefined ? null : (
          <li>
            <Link to="/projects/$projectId" params={{ projectId }}>
              {project?.name ?? '…'}
            </Link>
          </li>
        )}
        <li>
          {projectId === undefined || tableId === undefined ? (
            <span aria-current="page">{nameOf(section)}</span>
          ) : (
            <Link to={section === 'data' ? '/projects/$projectId/data' : '/projects/$projectId'} params={{ projectId }}>
              {nameOf(section)}
            </Link>
          )}
        </li>
        {tableId === undefined ? null : (
          <li>
            <span aria-current="page">
              {table?.displayName ?? table?.name ?? (tableId === 'new' ? t`New table` : '…')}
            </span>
          </li>
        )}
      </ol>
    </nav>
  );
}
