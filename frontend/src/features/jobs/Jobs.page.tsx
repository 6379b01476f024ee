import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Chip, Group } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '../../app/links';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { RowSkeletons } from '../../ui/Skeletons';
import { JobTable } from './components/JobTable';
import { useStatusWords } from './components/StatusBadge';
import classes from './Jobs.module.css';
import { type JobStatus, Jobs } from './operations';

const FILTERS: readonly JobStatus[] = ['RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED'];

/** Every job of the person, newest first. */
export function JobsPage() {
  const { t } = useLingui();
  const words = useStatusWords();
  const [status, setStatus] = useState<JobStatus[]>([]);
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, ask] = useQuery({
    query: Jobs,
    variables: { after, status: status.length > 0 ? status : null },
    requestPolicy: 'cache-and-network',
  });
  const jobs = data?.jobs;
  const choose = (chosen: string[]) => {
    setAfter(null);
    setStatus(FILTERS.filter((each) => chosen.includes(each)));
  };
  return (
    <Page title={t`Jobs`}>
      <Chip.Group multiple value={status} onChange={choose}>
        <Group gap="xs" mb="md" role="group" aria-label={t`Show only`}>
          {FILTERS.map((each) => (
            <Chip key={each} value={each} size="sm" variant="outline" classNames={{ label: classes.chip }}>
              {words[each]}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {error && !data ? <ErrorState error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : null}
      {!data && !error ? <RowSkeletons rows={6} height={44} /> : null}
      {jobs?.nodes.length === 0 ? <NoJobs filtered={status.length > 0} /> : null}
      {jobs && jobs.nodes.length > 0 ? <JobTable jobs={jobs.nodes} /> : null}
      {jobs?.pageInfo.hasNextPage ? (
        <Button variant="default" mt="md" loading={fetching} onClick={() => setAfter(jobs.pageInfo.endCursor)}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
    </Page>
  );
}

function NoJobs({ filtered }: { filtered: boolean }) {
  const { t } = useLingui();
  if (filtered) return <EmptyState title={t`No job is in that state`} />;
  return (
    <EmptyState
      title={t`No job yet`}
      icon={<IconListCheck size={40} stroke={1.2} />}
      action={
        <ButtonLink to="/projects">
          <Trans>Open a project</Trans>
        </ButtonLink>
      }
    >
      <Trans>Each time rows are made or exported, how it went stays here.</Trans>
    </EmptyState>
  );
}
