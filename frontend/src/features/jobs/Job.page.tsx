import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPlayerPlay, IconRotate, IconX } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMutation } from 'urql';
import { ButtonLink } from '../../app/links';
import { ErrorState } from '../../ui/ErrorState';
import { Page } from '../../ui/Page';
import { RowSkeletons } from '../../ui/Skeletons';
import { Violations } from '../../ui/Violations';
import { FaultFacts } from './components/FaultFacts';
import { JobFacts } from './components/JobFacts';
import { LiveProgress } from './components/LiveProgress';
import { Outcome } from './components/Outcome';
import { StatusBadge } from './components/StatusBadge';
import { tookOf, useLiveJob } from './live';
import { CancelJob, type Job, RetryJob } from './operations';

const DataProfile = lazy(() =>
  import('./components/profile/DataProfile').then((module) => ({ default: module.DataProfile })),
);

/** A job as it runs, and what came of it. */
export function JobPage() {
  const { t } = useLingui();
  const { jobId } = useParams({ from: '/inside/jobs/$jobId' });
  const { job, progress, rates, error, again } = useLiveJob(jobId);
  const title = job?.kind === 'EXPORT' ? t`Export` : t`Generation`;
  return (
    <Page
      title={title}
      width="text"
      aside={progress ? <StatusBadge status={progress.status} /> : null}
      actions={job ? <JobActions job={job} again={again} /> : null}
    >
      {error && !job ? <ErrorState error={error} onRetry={again} /> : null}
      {!job && !error ? <RowSkeletons rows={6} /> : null}
      {progress ? <LiveProgress progress={progress} rates={rates} took={job ? tookOf(job) : null} /> : null}
      {job ? <Outcome job={job} /> : null}
      {job ? <FaultFacts faults={job.faults} /> : null}
      {job?.kind === 'GENERATE' && job.status === 'COMPLETED' ? (
        <Suspense fallback={<RowSkeletons rows={3} />}>
          <DataProfile jobId={job.id} />
        </Suspense>
      ) : null}
      {job ? <JobFacts job={job} /> : null}
    </Page>
  );
}

function JobActions({ job, again }: { job: Job; again: () => void }) {
  const [cancelling, cancel] = useMutation(CancelJob);
  const [retrying, retry] = useMutation(RetryJob);
  const violations = [...(cancelling.data?.cancelJob.violations ?? []), ...(retrying.data?.retryJob.violations ?? [])];
  const failure = cancelling.error ?? retrying.error;
  return (
    <>
      {failure ? <ErrorState error={failure} /> : null}
      <Violations violations={violations} />
      {job.canCancel ? (
        <Button
          variant="default"
          leftSection={<IconX size={16} />}
          loading={cancelling.fetching}
          onClick={() => void cancel({ id: job.id }).then(again)}
        >
          <Trans>Cancel</Trans>
        </Button>
      ) : null}
      {job.canRetry ? (
        <Button
          variant="default"
          leftSection={<IconRotate size={16} />}
          loading={retrying.fetching}
          onClick={() => void retry({ id: job.id }).then(again)}
        >
          <Trans>Try again</Trans>
        </Button>
      ) : null}
      {job.kind === 'GENERATE' && !job.canCancel ? (
        <ButtonLink
          to="/projects/$projectId/generate"
          params={{ projectId: job.projectId }}
          leftSection={<IconPlayerPlay size={16} />}
        >
          <Trans>Generate again</Trans>
        </ButtonLink>
      ) : null}
    </>
  );
}
