import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { type Client, Provider } from 'urql';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Asked } from '../context';
import { useDistribution } from './useDistribution';

type Answer = (result: unknown) => void;
const open: { field: string; answer: Answer; unsubscribe: () => void }[] = [];

const client = {
  query: (_document: unknown, { input }: { input: { field: string } }) => ({
    subscribe: (answer: Answer) => {
      const unsubscribe = vi.fn();
      open.push({ field: input.field, answer, unsubscribe });
      return { unsubscribe };
    },
  }),
} as unknown as Client;

const wrapper = ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>;
const asked = (seed: number) => ({ projectId: 'p', tableId: null, table: { name: 't', fields: [] }, seed }) as Asked;
const answered = (rows: number | null) => ({
  data: { fieldDistribution: { distribution: rows === null ? null : { rows }, violations: [] } },
});
const pause = () => act(() => vi.advanceTimersByTime(1000));

beforeEach(() => {
  open.length = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('asks once after a pause, takes back what is stale, and keeps the last picture meanwhile', () => {
  const { result, rerender } = renderHook(({ seed }) => useDistribution(asked(seed), 'size'), {
    wrapper,
    initialProps: { seed: 1 },
  });
  rerender({ seed: 2 });
  rerender({ seed: 2 });
  pause();
  expect(open.map(({ field }) => field)).toEqual(['size']);
  act(() => open[0]?.answer(answered(100)));
  expect(result.current).toEqual({ distribution: { rows: 100 }, stale: false, error: null, busy: false });

  rerender({ seed: 3 });
  pause();
  expect(result.current).toMatchObject({ distribution: { rows: 100 }, busy: true });
  rerender({ seed: 4 });
  expect(open[1]?.unsubscribe).toHaveBeenCalledOnce();
  pause();
  // The table is broken for now: there is no new picture, and the old one stays.
  act(() => open[2]?.answer(answered(null)));
  expect(result.current).toMatchObject({ distribution: { rows: 100 }, stale: true, busy: false });
});
