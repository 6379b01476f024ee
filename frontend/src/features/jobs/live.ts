import { useEffect, useState } from 'react';
import { useQuery, useSubscription } from 'urql';
import { JobDetail, JobProgress, type JobStatus, type Progress } from './operations';

const OVER: readonly JobStatus[] = ['COMPLETED', 'CANCELLED', 'FAILED'];
/** Points of the rate chart that are kept. */
const POINTS = 120;

/** Whether nothing more will come of a job by itself. */
export function isOver(status: JobStatus): boolean {
  return OVER.includes(status);
}

type Timed = { status: JobStatus; startedAt: string | null; finishedAt: string | null };

/** Milliseconds from start to end; null until it is over. */
export function tookOf({ status, startedAt, finishedAt }: Timed): number | null {
  // Tried again, a job is not over, though its last attempt is.
  if (!isOver(status) || !startedAt || !finishedAt) return null;
  return Date.parse(finishedAt) - Date.parse(startedAt);
}

/** The rates so far with the newest one; a progress that was seen already adds none. */
export function withRate(rates: readonly number[], next: Progress, last: number | null): readonly number[] {
  if (next.sequence === last || next.status !== 'RUNNING') return rates;
  return [...rates, next.rowsPerSecond].slice(-POINTS);
}

/** A job as stored, kept true by its progress until it is over. */
export function useLiveJob(id: string) {
  const [{ data, error }, ask] = useQuery({
    query: JobDetail,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const job = data?.job;
  const over = job ? isOver(job.status) : false;
  const [live] = useSubscription({ query: JobProgress, variables: { id }, pause: !job || over });
  const [rates, setRates] = useState<{ values: readonly number[]; last: number | null }>({ values: [], last: null });
  const latest = live.data?.jobProgress;
  const ended = latest !== undefined && isOver(latest.status);
  useEffect(() => {
    if (latest) setRates((seen) => ({ values: withRate(seen.values, latest, seen.last), last: latest.sequence }));
  }, [latest]);
  // Progress tells that the job is over; what came of it (exports, errors, what can be done now) is asked for then.
  useEffect(() => {
    if (ended && !over) ask({ requestPolicy: 'network-only' });
  }, [ended, over, ask]);
  // What was heard last of an attempt that ended says nothing of the next.
  const progress = over || ended || !latest ? job?.progress : latest;
  return { job, progress, rates: rates.values, error, again: () => ask({ requestPolicy: 'network-only' }) };
}
