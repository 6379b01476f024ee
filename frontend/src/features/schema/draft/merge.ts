import { same } from './diff';
import type { Draft, DraftField } from './types';

type Scalars = Omit<Draft, 'fields'>;

/** For each property: mine where I changed it, else theirs. */
function mergeProperties<Value extends object>(base: Value, mine: Value, theirs: Value): Value {
  const entries = Object.keys(theirs).map((key) => {
    const at = key as keyof Value;
    return [key, same(base[at], mine[at]) ? theirs[at] : mine[at]];
  });
  return Object.fromEntries(entries) as Value;
}

const byId = (draft: Draft, id: string | null) => draft.fields.find((field) => id !== null && field.id === id);

function mergeFields(base: Draft, mine: Draft, theirs: Draft): DraftField[] {
  const kept = mine.fields.flatMap((field) => {
    const old = byId(base, field.id);
    const now = byId(theirs, field.id);
    if (field.id === null || !old) return [field];
    if (now) return [{ ...mergeProperties(old, field, now), key: field.key, id: field.id }];
    // They removed it: it stays only if I changed it, and then it is a new field.
    return same(old, field) ? [] : [{ ...field, id: null }];
  });
  const fresh = theirs.fields.filter((field) => !byId(base, field.id) && !byId(mine, field.id));
  return [...kept, ...fresh];
}

/** My unsaved changes put on top of a newer saved state; `base` is what I began with. */
export function merge(base: Draft, mine: Draft, theirs: Draft): Draft {
  const fields = mergeFields(base, mine, theirs);
  const known = new Set(fields.map((field) => field.key));
  const only = (keys: string[]) => keys.filter((key) => known.has(key));
  const scalars = ({ fields: _, ...rest }: Draft): Scalars => rest;
  const merged = mergeProperties(scalars(base), scalars(mine), scalars(theirs));
  return {
    ...merged,
    primaryKey: only(merged.primaryKey),
    uniqueKeys: merged.uniqueKeys.map(only).filter((set) => set.length > 0),
    indexes: merged.indexes.map(only).filter((set) => set.length > 0),
    fields,
  };
}
