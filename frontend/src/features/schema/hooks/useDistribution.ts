import { useEffect, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { Asked } from '../context';
import { type Distribution, FieldDistribution } from '../operations';

const PAUSE_MS = 300;

export type DistributionState = {
  distribution: Distribution | null;
  /** Whether the picture is of an earlier table, the present one being broken. */
  stale: boolean;
  error: CombinedError | null;
  busy: boolean;
};

/**
 * What the values of a field look like in the table as it stands, a pause after each change. A question that is still
 * open when the table changes is taken back; the last picture stays until there is a new one.
 */
export function useDistribution(asked: Asked, field: string): DistributionState {
  const client = useClient();
  const [state, setState] = useState<DistributionState>({ distribution: null, stale: false, error: null, busy: true });
  // The text is what the effect depends on: the same table made anew must not ask again.
  const input = JSON.stringify({ ...asked, field });
  useEffect(() => {
    setState((before) => ({ ...before, busy: true }));
    let open: { unsubscribe: () => void } | undefined;
    const timer = setTimeout(() => {
      const variables = { input: JSON.parse(input) };
      const answer = client.query(FieldDistribution, variables, { requestPolicy: 'network-only' });
      open = answer.subscribe(({ data, error }) =>
        setState((before) => ({
          distribution: data?.fieldDistribution.distribution ?? before.distribution,
          stale: !data?.fieldDistribution.distribution,
          error: error ?? null,
          busy: false,
        })),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      open?.unsubscribe();
    };
  }, [input, client]);
  return state;
}
