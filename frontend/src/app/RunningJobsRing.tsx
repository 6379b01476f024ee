import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useDocumentVisibility } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { RunningJobs } from './operations';
import classes from './Shell.module.css';

const BUSY_MS = 2_000;
const IDLE_MS = 15_000;
const RADIUS = 7;
const ROUND = 2 * Math.PI * RADIUS;

/** How far the running jobs are, together; nothing while none runs. */
export function RunningJobsRing() {
  const { t } = useLingui();
  const visible = useDocumentVisibility() === 'visible';
  const [{ data, stale }, ask] = useQuery({ query: RunningJobs });
  const jobs = data?.jobs.nodes ?? [];
  const busy = jobs.length > 0;
  useEffect(() => {
    if (!visible) return;
    const timer = setInterval(() => ask({ requestPolicy: 'network-only' }), busy ? BUSY_MS : IDLE_MS);
    return () => clearInterval(timer);
  }, [visible, busy, ask]);
  if (!busy) return null;
  const percent = jobs.reduce((sum, job) => sum + job.progress.percent, 0) / jobs.length;
  const count = data?.jobs.totalCount ?? jobs.length;
  const [only] = jobs;
  const name = plural(count, { one: '# running job', other: '# running jobs' });
  const link =
    jobs.length === 1 && only ? { to: '/jobs/$jobId' as const, params: { jobId: only.id } } : { to: '/jobs' as const };
  return (
    <Link
      {...link}
      className={classes.ring}
      aria-label={t`${name}, ${Math.round(percent)} %`}
      data-stale={stale || undefined}
    >
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r={RADIUS} fill="none" stroke="var(--line)" strokeWidth="3" />
        <circle
          cx="10"
          cy="10"
          r={RADIUS}
          fill="none"
          stroke="var(--mantine-primary-color-filled)"
          strokeWidth="3"
          strokeDasharray={`${(percent / 100) * ROUND} ${ROUND}`}
          transform="rotate(-90 10 10)"
        />
      </svg>
      <span className="num">{Math.round(percent)} %</span>
    </Link>
  );
}
