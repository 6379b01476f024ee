import { useLingui } from '@lingui/react/macro';
import { useMantineColorScheme } from '@mantine/core';
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { chooseLanguage } from '../i18n/i18n';
import { PANEL_PROPS, usePanel } from '../ui/usePanel';
import { PaletteProjects, ShellProject } from './operations';
import { usePlace } from './place';
import { useSignOut } from './useSignOut';

const [store, spotlight] = createSpotlight();

/** Everything reachable by typing: pages, projects, tables, switches. It is open while it is there. */
export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const actions = useActions();
  usePanel(spotlight.close);
  useEffect(spotlight.open, []);
  return (
    <Spotlight
      {...PANEL_PROPS}
      store={store}
      actions={actions}
      shortcut={null}
      onSpotlightClose={onClose}
      nothingFound={t`Nothing by that name`}
      highlightQuery
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': t`Search and commands` } }}
      scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}
      searchProps={{ placeholder: t`Go to a page, a project, a table …`, 'aria-label': t`Search and commands` }}
    />
  );
}

function useActions(): SpotlightActionGroupData[] {
  const { t } = useLingui();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { toggleColorScheme } = useMantineColorScheme();
  const { projectId } = usePlace();
  const [{ data: here }] = useQuery({
    query: ShellProject,
    variables: { id: projectId ?? '' },
    pause: projectId === undefined,
  });
  const [{ data: all }] = useQuery({ query: PaletteProjects });
  const groups: SpotlightActionGroupData[] = [];
  if (projectId !== undefined && here?.project) {
    const params = { projectId };
    groups.push({
      group: here.project.name,
      actions: [
        ...here.project.tables.map((table) => ({
          id: `table-${table.id}`,
          label: table.displayName ?? table.name,
          description: table.displayName ? table.name : t`Table`,
          onClick: () =>
            navigate({ to: '/projects/$projectId/tables/$tableId', params: { projectId, tableId: table.id } }),
        })),
        { id: 'tables', label: t`Tables`, onClick: () => navigate({ to: '/projects/$projectId', params }) },
        { id: 'migrate', label: t`Migrate`, onClick: () => navigate({ to: '/projects/$projectId/migrate', params }) },
        {
          id: 'generate',
          label: t`Generate`,
          onClick: () => navigate({ to: '/projects/$projectId/generate', params }),
        },
        { id: 'data', label: t`Data`, onClick: () => navigate({ to: '/projects/$projectId/data', params }) },
        { id: 'exports', label: t`Exports`, onClick: () => navigate({ to: '/projects/$projectId/exports', params }) },
      ],
    });
  }
  groups.push({
    group: t`Projects`,
    actions: (all?.projects.nodes ?? []).map(({ id, name }) => ({
      id: `project-${id}`,
      label: name,
      onClick: () => navigate({ to: '/projects/$projectId', params: { projectId: id } }),
    })),
  });
  groups.push({
    group: t`Commands`,
    actions: [
      { id: 'new', label: t`New project`, onClick: () => navigate({ to: '/projects/new' }) },
      { id: 'projects', label: t`All projects`, onClick: () => navigate({ to: '/projects' }) },
      { id: 'jobs', label: t`Jobs`, onClick: () => navigate({ to: '/jobs' }) },
      { id: 'account', label: t`Settings`, onClick: () => navigate({ to: '/account' }) },
      { id: 'graphiql', label: t`Playground`, description: 'GraphQL', onClick: () => navigate({ to: '/graphiql' }) },
      { id: 'colours', label: t`Switch between light and dark`, onClick: toggleColorScheme },
      { id: 'english', label: 'English', onClick: () => void chooseLanguage('en') },
      { id: 'spanish', label: 'Español', onClick: () => void chooseLanguage('es') },
      { id: 'sign-out', label: t`Sign out`, onClick: () => void signOut() },
    ],
  });
  return groups;
}
