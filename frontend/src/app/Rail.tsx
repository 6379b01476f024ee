import { useLingui } from '@lingui/react/macro';
import {
  IconDatabase,
  IconFileExport,
  IconFolders,
  IconGitMerge,
  IconHistory,
  IconPlayerPlay,
  IconSettings,
  IconTable,
} from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { ShellProject } from './operations';
import { usePlace } from './place';
import classes from './Shell.module.css';

type ItemProps = Pick<LinkProps, 'to' | 'params'> & { here: boolean; icon: ReactNode; label: string; minor?: boolean };

function Item({ here, icon, label, minor, ...link }: ItemProps) {
  return (
    <Link
      {...link}
      className={classes.link}
      data-here={here || undefined}
      data-minor={minor || undefined}
      aria-current={here ? 'page' : undefined}
    >
      {icon}
      <span>{label}</span>
    </Link>
  );
}

/** The rail at the left; on narrow screens a bar at the bottom. */
export function Rail() {
  const { t } = useLingui();
  const { projectId, section } = usePlace();
  const icon = { size: 17, stroke: 1.6 };
  return (
    <nav className={classes.rail} aria-label={t`Main`}>
      <Link to="/projects" className={classes.brand}>
        <img src="/icon.svg" alt="" />
        <span>Model Builder</span>
      </Link>
      <Item
        to="/projects"
        here={section === 'projects' || section === 'new'}
        icon={<IconFolders {...icon} />}
        label={t`Projects`}
      />
      {projectId === undefined ? null : <ProjectItems projectId={projectId} />}
      <Item
        to="/jobs"
        here={section === 'jobs'}
        icon={<IconHistory {...icon} />}
        label={t`Jobs`}
        minor={projectId !== undefined}
      />
      <div className={classes.spacer} />
      <Item
        to="/account"
        here={section === 'account'}
        icon={<IconSettings {...icon} />}
        label={t`Settings`}
        minor={projectId !== undefined}
      />
    </nav>
  );
}

function ProjectItems({ projectId }: { projectId: string }) {
  const { t } = useLingui();
  const { section } = usePlace();
  const [{ data }] = useQuery({ query: ShellProject, variables: { id: projectId } });
  const params = { projectId };
  const icon = { size: 17, stroke: 1.6 };
  return (
    <>
      <div className={classes.caption}>{data?.project?.name ?? ' '}</div>
      <Item
        to="/projects/$projectId"
        params={params}
        here={section === 'tables'}
        icon={<IconTable {...icon} />}
        label={t`Tables`}
      />
      <Item
        to="/projects/$projectId/migrate"
        params={params}
        here={section === 'migrate'}
        icon={<IconGitMerge {...icon} />}
        label={t`Migrate`}
        minor
      />
      <Item
        to="/projects/$projectId/generate"
        params={params}
        here={section === 'generate'}
        icon={<IconPlayerPlay {...icon} />}
        label={t`Generate`}
      />
      <Item
        to="/projects/$projectId/data"
        params={params}
        here={section === 'data'}
        icon={<IconDatabase {...icon} />}
        label={t`Data`}
      />
      <Item
        to="/projects/$projectId/exports"
        params={params}
        here={section === 'exports'}
        icon={<IconFileExport {...icon} />}
        label={t`Exports`}
      />
    </>
  );
}
