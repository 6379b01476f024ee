import { describe, expect, it } from 'vitest';
import { isOver, tookOf, withRate } from './live';
import type { Progress } from './operations';

const progress = (sequence: number, rowsPerSecond: number, status: Progress['status'] = 'RUNNING'): Progress => ({
  jobId: 'j',
  sequence,
  status,
  step: '',
  percent: 0,
  rowsDone: 0,
  rowsTotal: 1,
  rowsPerSecond,
  secondsLeft: null,
  message: null,
  tables: [],
});

describe('the rate of a running job', () => {
  it('takes each progress once', () => {
    const first = withRate([], progress(1, 10), null);
    expect(withRate(first, progress(1, 10), 1)).toEqual([10]);
    expect(withRate(first, progress(2, 20), 1)).toEqual([10, 20]);
  });

  it('keeps what fits the chart', () => {
    let rates: readonly number[] = [];
    for (let n = 0; n < 200; n += 1) rates = withRate(rates, progress(n, n), null);
    expect(rates).toHaveLength(120);
    expect(rates.at(-1)).toBe(199);
  });

  it('leaves out what is no work', () => {
    expect(withRate([5], progress(3, 0, 'AVAILABLE'), 2)).toEqual([5]);
  });
});

it('a job that waits to be tried again is not over', () => {
  expect(isOver('RETRYABLE')).toBe(false);
  expect(isOver('CANCELLED')).toBe(true);
});

it('a job took the time from its start to its end, once it is over', () => {
  const startedAt = '2026-01-01T00:00:00Z';
  const finishedAt = '2026-01-01T00:00:02.500Z';
  expect(tookOf({ status: 'CANCELLED', startedAt, finishedAt })).toBe(2500);
  expect(tookOf({ status: 'RUNNING', startedAt, finishedAt })).toBeNull();
  expect(tookOf({ status: 'FAILED', startedAt, finishedAt: null })).toBeNull();
});
