import type { ApiTable, FieldType } from '../operations';
import { fromApi } from './convert';
import { renamedIn, withoutField } from './faults';
import { type Draft, type DraftField, NO_CONSTRAINTS, type Reference } from './types';

/** The draft with its past. `base` is what is saved, as of `revision` (null: not saved yet). */
export type DraftState = {
  base: Draft;
  revision: number | null;
  present: Draft;
  past: Draft[];
  future: Draft[];
  /** What the last change was about: changes about the same thing are one step back. */
  about: string | null;
};

type TablePatch = Partial<Omit<Draft, 'fields'>>;

export type DraftAction =
  | { do: 'table'; patch: TablePatch }
  | { do: 'field'; key: string; patch: Partial<DraftField> }
  | { do: 'retype'; key: string; type: FieldType }
  /** `fieldParams`: parameters that hold the name of a field, as `generator.param`. */
  | { do: 'rename'; key: string; name: string; fieldParams: ReadonlySet<string> }
  /** What the name suggests; taken only while nobody chose a type and the name is still the one it was made for. */
  | { do: 'propose'; key: string; name: string; type: FieldType; reference: Reference | null }
  | { do: 'add'; after: string | null; field: DraftField }
  | { do: 'remove'; key: string }
  | { do: 'move'; key: string; to: number }
  | { do: 'key'; key: string; on: boolean }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'discard' }
  | { do: 'replace'; base: Draft; revision: number; present: Draft }
  | { do: 'saved'; table: ApiTable };

const STEPS = 100;

export function startState(base: Draft, revision: number | null, present: Draft = base): DraftState {
  return { base, revision, present, past: [], future: [], about: null };
}

function withField(draft: Draft, key: string, change: (field: DraftField) => DraftField): Draft {
  return { ...draft, fields: draft.fields.map((field) => (field.key === key ? change(field) : field)) };
}

function retyped(field: DraftField, type: FieldType): DraftField {
  if (field.type === type) return { ...field, typeChosen: true };
  return {
    ...field,
    type,
    typeChosen: true,
    constraints: NO_CONSTRAINTS,
    default: null,
    generator: null,
    reference: type === 'FOREIGN_KEY' ? field.reference : null,
  };
}

/** Renames a field, and the mentions of it in the parameters of the others. */
function renamed(draft: Draft, key: string, name: string, fieldParams: ReadonlySet<string>): Draft {
  const before = draft.fields.find((field) => field.key === key)?.name;
  const follow = (field: DraftField): DraftField => {
    const { generator } = field;
    if (!generator || !before) return field;
    const mentions = (param: string, value: unknown) =>
      value === before && fieldParams.has(`${generator.name}.${param}`);
    const entries = Object.entries(generator.params);
    // Fields that don't mention it stay the very same: their rows need not be drawn again.
    if (!entries.some(([param, value]) => mentions(param, value))) return field;
    const params = entries.map(([param, value]) => (mentions(param, value) ? [param, name] : [param, value]));
    return { ...field, generator: { ...generator, params: Object.fromEntries(params) } };
  };
  const fields = draft.fields.map((field) => (field.key === key ? { ...field, name } : follow(field)));
  return { ...draft, fields, faults: renamedIn(draft.faults, before ?? '', name, fieldParams) };
}

function removed(draft: Draft, key: string): Draft {
  const name = draft.fields.find((field) => field.key === key)?.name ?? '';
  const without = (keys: string[]) => keys.filter((each) => each !== key);
  const sets = (all: string[][]) => all.map(without).filter((set) => set.length > 0);
  const { plannedRows } = draft;
  return {
    ...draft,
    fields: draft.fields.filter((field) => field.key !== key),
    primaryKey: without(draft.primaryKey),
    uniqueKeys: sets(draft.uniqueKeys),
    indexes: sets(draft.indexes),
    faults: withoutField(draft.faults, name),
    plannedRows: 'field' in plannedRows && plannedRows.field === key ? { total: 100 } : plannedRows,
  };
}

function moved(draft: Draft, key: string, to: number): Draft {
  const from = draft.fields.findIndex((field) => field.key === key);
  const field = draft.fields[from];
  if (!field || to < 0 || to >= draft.fields.length || to === from) return draft;
  const fields = draft.fields.filter((each) => each.key !== key);
  fields.splice(to, 0, field);
  return { ...draft, fields };
}

function added(draft: Draft, after: string | null, field: DraftField): Draft {
  const at = after === null ? draft.fields.length : draft.fields.findIndex((each) => each.key === after) + 1;
  const fields = [...draft.fields];
  fields.splice(at, 0, field);
  return { ...draft, fields };
}

function keyed(draft: Draft, key: string, on: boolean): Draft {
  const others = draft.primaryKey.filter((each) => each !== key);
  return { ...draft, primaryKey: on ? [...others, key] : others };
}

/** The draft after a change, and what the change was about (null: a step of its own). */
function changed(draft: Draft, action: DraftAction): { next: Draft; about: string | null } {
  switch (action.do) {
    case 'table':
      return { next: { ...draft, ...action.patch }, about: `table ${Object.keys(action.patch).join()}` };
    case 'field':
      return {
        next: withField(draft, action.key, (field) => ({ ...field, ...action.patch })),
        about: `${action.key} ${Object.keys(action.patch).join()}`,
      };
    case 'retype':
      return { next: withField(draft, action.key, (field) => retyped(field, action.type)), about: null };
    case 'rename':
      return { next: renamed(draft, action.key, action.name, action.fieldParams), about: `${action.key} name` };
    case 'propose': {
      const fits = draft.fields.some(
        (field) => field.key === action.key && !field.typeChosen && field.name === action.name,
      );
      const propose = (field: DraftField) => ({
        ...retyped(field, action.type),
        reference: action.reference,
        typeChosen: false,
      });
      return { next: fits ? withField(draft, action.key, propose) : draft, about: `${action.key} name` };
    }
    case 'add':
      return { next: added(draft, action.after, action.field), about: null };
    case 'remove':
      return { next: removed(draft, action.key), about: null };
    case 'move':
      return { next: moved(draft, action.key, action.to), about: null };
    case 'key':
      return { next: keyed(draft, action.key, action.on), about: null };
    default:
      return { next: draft, about: null };
  }
}

/** After a save the fields have ids: editor keys stay, so that focus and selection stay. */
function adopt(present: Draft, saved: Draft): Draft {
  const keys = new Map<string, string>();
  for (const field of saved.fields) {
    const same = present.fields.find((each) => each.id === field.id || (each.id === null && each.name === field.name));
    if (same) keys.set(field.key, same.key);
  }
  const key = (each: string) => keys.get(each) ?? each;
  const { plannedRows } = saved;
  return {
    ...saved,
    fields: saved.fields.map((field) => ({ ...field, key: key(field.key) })),
    primaryKey: saved.primaryKey.map(key),
    uniqueKeys: saved.uniqueKeys.map((set) => set.map(key)),
    indexes: saved.indexes.map((set) => set.map(key)),
    plannedRows: 'field' in plannedRows ? { ...plannedRows, field: key(plannedRows.field) } : plannedRows,
  };
}

/** Every change of a table's draft; pure, so that it can be undone, kept and tested. */
export function reduce(state: DraftState, action: DraftAction): DraftState {
  switch (action.do) {
    case 'undo': {
      const before = state.past.at(-1);
      if (!before) return state;
      const past = state.past.slice(0, -1);
      return { ...state, present: before, past, future: [state.present, ...state.future], about: null };
    }
    case 'redo': {
      const [after, ...future] = state.future;
      if (!after) return state;
      return { ...state, present: after, past: [...state.past, state.present], future, about: null };
    }
    case 'replace':
      return startState(action.base, action.revision, action.present);
    case 'saved': {
      const base = adopt(state.present, fromApi(action.table));
      return { ...startState(base, action.table.revision), past: [], future: [] };
    }
    case 'discard':
      return step(state, state.base, null);
    default: {
      const { next, about } = changed(state.present, action);
      return next === state.present ? state : step(state, next, about);
    }
  }
}

function step(state: DraftState, present: Draft, about: string | null): DraftState {
  const goesOn = about !== null && about === state.about;
  const past = goesOn ? state.past : [...state.past, state.present].slice(-STEPS);
  return { ...state, present, past, future: [], about };
}
