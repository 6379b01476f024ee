import { toInput } from './convert';
import type { Draft, DraftField } from './types';

/** One difference between two states of a table. */
export type Change = {
  kind: 'added' | 'removed' | 'changed' | 'moved';
  /** The field's name; null for the table itself. */
  field: string | null;
  /** What of it differs; null where the whole field came or went. */
  property: string | null;
  before: string;
  after: string;
};

const FIELD_PROPERTIES = [
  'name',
  'displayName',
  'description',
  'type',
  'nullable',
  'nullRate',
  'unique',
  'default',
  'constraints',
  'reference',
  'generator',
] as const;
const TABLE_PROPERTIES = [
  'name',
  'displayName',
  'description',
  'plannedRows',
  'primaryKey',
  'uniqueKeys',
  'indexes',
  'faults',
] as const;

function show(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(show).join(', ') || '–';
  const entries = Object.entries(value).filter(([, each]) => each !== null && each !== undefined);
  return (
    entries.map(([key, each]) => `${key}: ${typeof each === 'object' ? JSON.stringify(each) : each}`).join(', ') || '–'
  );
}

/** Equal in meaning: the order of keys does not matter. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]));
}

function twin(field: DraftField, draft: Draft): DraftField | undefined {
  return draft.fields.find((each) => (field.id !== null ? each.id === field.id : each.key === field.key));
}

function fieldChanges(before: DraftField, after: DraftField): Change[] {
  return FIELD_PROPERTIES.filter((property) => !same(before[property], after[property])).map((property) => ({
    kind: 'changed',
    field: after.name || before.name,
    property,
    before: show(before[property]),
    after: show(after[property]),
  }));
}

function tableChanges(before: Draft, after: Draft): Change[] {
  const [old, now] = [toInput(before), toInput(after)];
  // Keys by identity, not by name: a renamed field is one change, not four.
  const value = (draft: Draft, input: typeof old, property: (typeof TABLE_PROPERTIES)[number]) =>
    property === 'primaryKey' || property === 'uniqueKeys' || property === 'indexes'
      ? draft[property]
      : input[property];
  return TABLE_PROPERTIES.filter((property) => !same(value(before, old, property), value(after, now, property))).map(
    (property) => ({ kind: 'changed', field: null, property, before: show(old[property]), after: show(now[property]) }),
  );
}

/** What it takes to get from one state to the other. */
export function diff(before: Draft, after: Draft): Change[] {
  const whole = (kind: 'added' | 'removed', field: DraftField): Change => ({
    kind,
    field: field.name,
    property: null,
    before: '',
    after: '',
  });
  const shown = new Set(toInput(after).fields.map((field) => field.name));
  const added = after.fields.filter((field) => !twin(field, before) && shown.has(field.name));
  const removed = before.fields.filter((field) => !twin(field, after));
  const changed = after.fields.flatMap((field) => {
    const old = twin(field, before);
    return old ? fieldChanges(old, field) : [];
  });
  const order = (draft: Draft, other: Draft) =>
    draft.fields.filter((field) => twin(field, other)).map((field) => field.id ?? field.key);
  const moved: Change[] = same(order(before, after), order(after, before))
    ? []
    : [{ kind: 'moved', field: null, property: 'order', before: '', after: '' }];
  return [
    ...tableChanges(before, after),
    ...added.map((field) => whole('added', field)),
    ...removed.map((field) => whole('removed', field)),
    ...changed,
    ...moved,
  ];
}
