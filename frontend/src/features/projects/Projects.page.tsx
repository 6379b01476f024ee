import { Trans, useLingui } from '@lingui/react/macro';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconFolders, IconPlus, IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '../../app/links';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { RowSkeletons } from '../../ui/Skeletons';
import { ProjectList } from './components/ProjectList';
import { Projects } from './operations';

/** Every project of the person who is signed in. */
export function ProjectsPage() {
  const { t } = useLingui();
  const { q } = useSearch({ from: '/inside/projects' });
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, ask] = useQuery({
    query: Projects,
    variables: { search: q ?? null, after },
    requestPolicy: 'cache-and-network',
  });
  const projects = data?.projects;
  const empty = projects?.nodes.length === 0;
  return (
    <Page
      title={t`Projects`}
      actions={
        <ButtonLink to="/projects/new" leftSection={<IconPlus size={16} />}>
          <Trans>New project</Trans>
        </ButtonLink>
      }
    >
      {empty && q === undefined ? null : <SearchBox key="search" onSearch={() => setAfter(null)} />}
      {error && !data ? <ErrorState error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : null}
      {!data && fetching ? <RowSkeletons rows={5} height={48} /> : null}
      {empty && q === undefined ? <NoProjects /> : null}
      {empty && q !== undefined ? (
        <EmptyState title={t`No project is called that`}>
          <Trans>Search for another part of the name.</Trans>
        </EmptyState>
      ) : null}
      {projects && !empty ? <ProjectList projects={projects.nodes} /> : null}
      {projects?.pageInfo.hasNextPage ? (
        <Button variant="default" mt="md" loading={fetching} onClick={() => setAfter(projects.pageInfo.endCursor)}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
    </Page>
  );
}

function SearchBox({ onSearch }: { onSearch: () => void }) {
  const { t } = useLingui();
  const navigate = useNavigate({ from: '/projects' });
  const { q } = useSearch({ from: '/inside/projects' });
  const [text, setText] = useState(q ?? '');
  const [settled] = useDebouncedValue(text.trim(), 200);
  useEffect(() => {
    if (settled === (q ?? '')) return;
    onSearch();
    void navigate({ search: settled === '' ? {} : { q: settled }, replace: true });
  }, [settled, q, navigate, onSearch]);
  return (
    <TextInput
      type="search"
      aria-label={t`Search projects`}
      placeholder={t`Search projects`}
      leftSection={<IconSearch size={15} />}
      maw={320}
      mb="md"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

function NoProjects() {
  const { t } = useLingui();
  return (
    <EmptyState
      title={t`What do you want data for?`}
      icon={<IconFolders size={40} stroke={1.2} />}
      action={
        <ButtonLink to="/projects/new">
          <Trans>Choose a template</Trans>
        </ButtonLink>
      }
    >
      <Trans>
        A project holds tables that belong together. Take a template and its rows are one click away, or start blank.
      </Trans>
    </EmptyState>
  );
}
