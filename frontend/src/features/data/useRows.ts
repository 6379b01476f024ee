import { useCallback, useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import { toNumber } from '../../graphql/bigint';
import { DataRows } from './operations';
import type { View } from './view';

const PAGE = 100;

type Loaded = { key: string; columns: readonly string[]; rows: unknown[][]; total: number; next: string | null };

const NOTHING: Loaded = { key: '', columns: [], rows: [], total: 0, next: null };

/** The rows of a table as far as they were asked for, page after page. */
export function useRows(tableId: string, view: View) {
  const client = useClient();
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [error, setError] = useState<CombinedError | null>(null);
  const asking = useRef<string | null>(null);
  const key = JSON.stringify([tableId, view.filter, view.sort]);
  const current = useRef(key);
  current.current = key;

  // The view is in the key.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const ask = useCallback(
    async (after: string | null, before: Loaded) => {
      const ticket = `${key} ${after}`;
      if (asking.current === ticket) return;
      asking.current = ticket;
      const variables = {
        id: tableId,
        first: PAGE,
        after,
        filter: view.filter ?? null,
        sort: view.sort ? [view.sort] : null,
      };
      const answer = await client.query(DataRows, variables, { requestPolicy: 'network-only' }).toPromise();
      // Another view was asked for meanwhile: this answer is nobody's any more.
      if (current.current !== key) return;
      asking.current = null;
      setError(answer.error ?? null);
      const page = answer.data?.table?.rows;
      if (!page) return;
      setLoaded({
        key,
        columns: page.columns,
        rows: [...before.rows, ...(page.nodes as unknown[][])],
        total: toNumber(page.totalCount),
        next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null,
      });
    },
    [client, key],
  );

  const again = useCallback(() => {
    asking.current = null;
    void ask(null, NOTHING);
  }, [ask]);
  useEffect(again, [again]);
  const more = useCallback(() => {
    if (loaded?.next && loaded.key === key) void ask(loaded.next, loaded);
  }, [ask, loaded, key]);
  return { loaded, stale: loaded !== null && loaded.key !== key, error, more, again };
}
