import { useLingui } from '@lingui/react/macro';
import { Badge } from '@mantine/core';
import type { JobStatus } from '../operations';

const COLOURS: Record<JobStatus, string> = {
  SCHEDULED: 'gray',
  AVAILABLE: 'gray',
  RUNNING: 'petrol',
  RETRYABLE: 'yellow',
  COMPLETED: 'green',
  CANCELLED: 'gray',
  FAILED: 'red',
};

/** The words for the states of a job. */
export function useStatusWords(): Record<JobStatus, string> {
  const { t } = useLingui();
  return {
    SCHEDULED: t`scheduled`,
    AVAILABLE: t`waiting`,
    RUNNING: t`running`,
    RETRYABLE: t`will be tried again`,
    COMPLETED: t`done`,
    CANCELLED: t`cancelled`,
    FAILED: t`failed`,
  };
}

/** The state of a job. */
export function StatusBadge({ status }: { status: JobStatus }) {
  const words = useStatusWords();
  return <Badge color={COLOURS[status]}>{words[status]}</Badge>;
}
