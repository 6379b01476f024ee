import { useEffect, useRef, useState } from 'react';
import { type CombinedError, useClient } from 'urql';
import type { Asked } from '../context';
import { type Preview, PreviewRows } from '../operations';

const PAUSE_MS = 150;
const ROWS = 10;

export type PreviewState = { preview: Preview | null; error: CombinedError | null; busy: boolean };

/** The new answer; where something is wrong and there are no rows, the last ones stay beside what is wrong. */
function followed(before: Preview | null, next: Preview | undefined): Preview | null {
  if (!next || !before || next.rows.length > 0) return next ?? before;
  const broken = next.violations.some((violation) => violation.severity === 'ERROR');
  return broken ? { ...before, violations: next.violations } : next;
}

/** Rows of the table as it stands in the editor, a short pause after each change. The last rows stay while new ones come. */
export function usePreview({ projectId, tableId, table, seed }: Asked): PreviewState {
  const client = useClient();
  const [state, setState] = useState<PreviewState>({ preview: null, error: null, busy: true });
  const latest = useRef(0);
  // The text is what the effect depends on: the same table made anew must not ask again.
  const asked = JSON.stringify({ projectId, tableId, table, seed, rows: ROWS });
  useEffect(() => {
    latest.current += 1;
    const turn = latest.current;
    setState((before) => ({ ...before, busy: true }));
    const timer = setTimeout(async () => {
      const input = JSON.parse(asked);
      const { data, error } = await client.query(PreviewRows, { input }, { requestPolicy: 'network-only' }).toPromise();
      if (turn !== latest.current) return;
      setState((before) => ({
        preview: followed(before.preview, data?.previewRows),
        error: error ?? null,
        busy: false,
      }));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked, client]);
  return state;
}
