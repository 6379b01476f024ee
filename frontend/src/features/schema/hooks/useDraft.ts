import { useEffect, useMemo, useReducer } from 'react';
import { fromApi, newDraft } from '../draft/convert';
import { type Change, diff } from '../draft/diff';
import { type DraftAction, type DraftState, reduce, startState } from '../draft/reducer';
import { dropDraft, keepDraft, keptDraft } from '../draft/storage';
import type { ApiTable } from '../operations';

function begin(name: string, table: ApiTable | null): DraftState {
  const kept = keptDraft(name);
  if (!table) return kept ? startState(kept.base, null, kept.present) : startState(newDraft(), null);
  const saved = fromApi(table);
  if (!kept) return startState(saved, table.revision);
  // Begun from what is saved now: go on. Begun from an older state: the page shows the difference and asks.
  if (kept.revision === table.revision) return startState(saved, table.revision, kept.present);
  return startState(kept.base, kept.revision, kept.present);
}

/** A table's draft: survives a reload, knows what is unsaved, notices that someone saved a newer state. */
export function useDraft(
  name: string,
  table: ApiTable | null,
): { state: DraftState; dispatch: (action: DraftAction) => void; changes: Change[]; newer: ApiTable | null } {
  const [state, dispatch] = useReducer(reduce, null, () => begin(name, table));
  const changes = useMemo(() => diff(state.base, state.present), [state.base, state.present]);
  const dirty = changes.length > 0;
  useEffect(() => {
    if (dirty) keepDraft(name, { revision: state.revision, base: state.base, present: state.present });
    else dropDraft(name);
  }, [name, dirty, state.revision, state.base, state.present]);
  const behind = table !== null && state.revision !== null && table.revision > state.revision;
  useEffect(() => {
    if (!behind || dirty) return;
    const saved = fromApi(table);
    dispatch({ do: 'replace', base: saved, revision: table.revision, present: saved });
  }, [behind, dirty, table]);
  return { state, dispatch, changes, newer: behind && dirty ? table : null };
}
