import type { Json } from '../../../graphql/tada';
import type { ApiField, ApiTable, FieldInput, TableInput } from '../operations';
import {
  type Constraints,
  type Draft,
  type DraftField,
  type Faults,
  type Generator,
  NO_CONSTRAINTS,
  type PlannedRows,
} from './types';

let counter = 0;

/** A key that no other field of this visit has. */
export function freshKey(): string {
  counter += 1;
  return `new-${Date.now().toString(36)}-${counter}`;
}

/** A field that was just added. */
export function newField(patch: Partial<DraftField> = {}): DraftField {
  return {
    key: freshKey(),
    id: null,
    name: '',
    displayName: '',
    description: '',
    type: 'STRING',
    nullable: false,
    nullRate: 0,
    unique: false,
    default: null,
    constraints: NO_CONSTRAINTS,
    reference: null,
    generator: null,
    typeChosen: false,
    ...patch,
  };
}

/** What a new table starts with: an id that counts by itself, and a field that waits for its name. */
export function newDraft(): Draft {
  const id = newField({ name: 'id', type: 'AUTO_INCREMENT', typeChosen: true });
  return {
    name: '',
    displayName: '',
    description: '',
    plannedRows: { total: 100 },
    primaryKey: [id.key],
    uniqueKeys: [],
    indexes: [],
    faults: null,
    fields: [id, newField()],
  };
}

function asParams(params: Json): Generator['params'] {
  return params !== null && typeof params === 'object' && !Array.isArray(params) ? params : {};
}

function fieldFromApi(field: ApiField): DraftField {
  return {
    key: field.id,
    id: field.id,
    name: field.name,
    displayName: field.displayName ?? '',
    description: field.description,
    type: field.type,
    nullable: field.nullable,
    nullRate: field.nullRate,
    unique: field.unique,
    default: field.default,
    constraints: { ...NO_CONSTRAINTS, ...withoutTypename(field.constraints) },
    reference: field.reference ? withoutTypename(field.reference) : null,
    generator: field.generator ? { name: field.generator.name, params: asParams(field.generator.params) } : null,
    typeChosen: true,
  };
}

function withoutTypename<Value extends object>(value: Value): Value {
  const { __typename: _, ...rest } = value as Value & { __typename?: string };
  return rest as Value;
}

function faultsFromApi(faults: ApiTable['faults']): Faults | null {
  if (!faults || faults.kinds.length === 0) return null;
  return { rate: faults.rate, kinds: faults.kinds.map(({ kind, params }) => ({ kind, params: asParams(params) })) };
}

/** The saved table as a draft without changes. */
export function fromApi(table: ApiTable): Draft {
  const fields = table.fields.map(fieldFromApi);
  const keyOf = (name: string) => fields.find((field) => field.name === name)?.key ?? name;
  const { perParent, total } = table.plannedRows;
  return {
    name: table.name,
    displayName: table.displayName ?? '',
    description: table.description,
    plannedRows: perParent ? { field: keyOf(perParent.field), count: perParent.count } : { total: total ?? 100 },
    primaryKey: table.primaryKey.map(keyOf),
    uniqueKeys: table.uniqueKeys.map((names) => names.map(keyOf)),
    indexes: table.indexes.map((names) => names.map(keyOf)),
    faults: faultsFromApi(table.faults),
    fields,
  };
}

function present(constraints: Constraints): Partial<Constraints> | null {
  const entries = Object.entries(constraints).filter(([, value]) => value !== null && value !== undefined);
  return entries.length === 0 ? null : (Object.fromEntries(entries) as Partial<Constraints>);
}

function fieldInput(field: DraftField): FieldInput {
  return {
    id: field.id,
    name: field.name,
    displayName: field.displayName || null,
    description: field.description || null,
    type: field.type,
    nullable: field.nullable,
    nullRate: field.nullable ? field.nullRate : 0,
    unique: field.unique,
    default: field.default,
    constraints: present(field.constraints),
    reference: field.type === 'FOREIGN_KEY' ? field.reference : null,
    generator: field.generator,
  };
}

/** Whether a field was added and never touched. */
export function isBlank(field: DraftField): boolean {
  return field.id === null && field.name === '' && !field.typeChosen && field.generator === null;
}

/** The table as the API takes it. Fields that were added and never touched are left out. */
export function toInput(draft: Draft): TableInput {
  const fields = draft.fields.filter((field) => !isBlank(field));
  const nameOf = (key: string) => fields.find((field) => field.key === key)?.name;
  const names = (keys: readonly string[]) => keys.map(nameOf).filter((name) => name !== undefined);
  return {
    name: draft.name,
    displayName: draft.displayName || null,
    description: draft.description || null,
    plannedRows: plannedInput(draft.plannedRows, nameOf),
    primaryKey: names(draft.primaryKey),
    uniqueKeys: draft.uniqueKeys.map(names).filter((set) => set.length > 0),
    indexes: draft.indexes.map(names).filter((set) => set.length > 0),
    faults: draft.faults,
    fields: fields.map(fieldInput),
  };
}

function plannedInput(planned: PlannedRows, nameOf: (key: string) => string | undefined): TableInput['plannedRows'] {
  if ('total' in planned) return { total: planned.total };
  const field = nameOf(planned.field);
  return field === undefined ? { total: 100 } : { perParent: { field, count: planned.count } };
}
