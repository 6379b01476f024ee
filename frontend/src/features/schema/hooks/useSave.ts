import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { explain } from '../../../graphql/errors';
import { notify } from '../../../ui/notify';
import type { Violation } from '../../../ui/Violations';
import { toInput } from '../draft/convert';
import type { DraftAction, DraftState } from '../draft/reducer';
import { dropDraft } from '../draft/storage';
import type { Draft } from '../draft/types';
import { type ApiTable, CreateTable, UpdateTable } from '../operations';

const NOTHING: readonly Violation[] = [];

type Asked = {
  projectId: string;
  table: ApiTable | null;
  state: DraftState;
  dispatch: (action: DraftAction) => void;
  draftName: string;
};

/** Saves the draft: a new table is made, a saved one becomes its next revision. */
export function useSave({ projectId, table, state, dispatch, draftName }: Asked) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<{ of: Draft; violations: readonly Violation[] } | null>(null);
  const [, create] = useMutation(CreateTable);
  const [, update] = useMutation(UpdateTable);
  const send = async () => {
    const input = toInput(state.present);
    if (table === null || state.revision === null) {
      const { data, error } = await create({ input: { projectId, table: input } });
      return { payload: data?.createTable, error };
    }
    const { data, error } = await update({ input: { id: table.id, revision: state.revision, table: input } });
    return { payload: data?.updateTable, error };
  };
  const save = async () => {
    if (saving) return;
    setSaving(true);
    const of = state.present;
    const { payload, error } = await send();
    setSaving(false);
    if (error) void notify(i18n._(explain(error).title), 'problem');
    setRefusal(payload ? { of, violations: payload.violations } : null);
    const saved = payload?.table;
    if (!saved) {
      const count = payload?.violations.length ?? 0;
      if (count > 0)
        void notify(t`Not saved: ${plural(count, { one: '# thing', other: '# things' })} to mend`, 'problem');
      return;
    }
    if (table !== null) return dispatch({ do: 'saved', table: saved });
    dropDraft(draftName);
    await navigate({
      to: '/projects/$projectId/tables/$tableId',
      params: { projectId, tableId: saved.id },
      replace: true,
    });
  };
  // What the save said holds for the draft that was sent; the preview speaks for every other.
  return { save, saving, refused: refusal?.of === state.present ? refusal.violations : NOTHING };
}
