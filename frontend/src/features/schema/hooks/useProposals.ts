import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import { guessReference } from '../draft/names';
import type { DraftAction } from '../draft/reducer';
import type { Draft } from '../draft/types';
import { type SiblingTable, SuggestGenerators } from '../operations';

const PAUSE_MS = 250;

/** While a new field is being named: proposes the type that the name speaks of. */
export function useProposals(draft: Draft, tables: readonly SiblingTable[], dispatch: (action: DraftAction) => void) {
  const client = useClient();
  const asked = useRef(new Map<string, string>());
  const open = draft.fields.find(
    (field) => !field.typeChosen && field.name !== '' && asked.current.get(field.key) !== field.name,
  );
  const key = open?.key;
  const name = open?.name;
  useEffect(() => {
    if (key === undefined || name === undefined) return;
    const timer = setTimeout(async () => {
      asked.current.set(key, name);
      const reference = guessReference(name, tables);
      if (reference) return dispatch({ do: 'propose', key, name, type: 'FOREIGN_KEY', reference });
      const { data } = await client.query(SuggestGenerators, { name }).toPromise();
      const best = data?.suggestGenerators[0];
      if (best) dispatch({ do: 'propose', key, name, type: best.fieldType, reference: null });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key, name, tables, client, dispatch]);
}
