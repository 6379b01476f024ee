import type { BigIntValue, Json } from '../../../graphql/tada';
import type { ApiField, FieldType } from '../operations';

export type Constraints = ApiField['constraints'];
export type Reference = NonNullable<ApiField['reference']>;
export type Generator = { name: string; params: { [name: string]: Json } };

/** A field while it is edited. */
export type DraftField = {
  /** Identity inside the editor; survives renames and saves. */
  key: string;
  /** Identity of the saved field; null until saved. */
  id: string | null;
  name: string;
  displayName: string;
  description: string;
  type: FieldType;
  nullable: boolean;
  nullRate: number;
  unique: boolean;
  default: Json;
  constraints: Constraints;
  reference: Reference | null;
  /** Null: the server chooses from name and type. */
  generator: Generator | null;
  /** Whether a person chose the type; until then a name may propose another. */
  typeChosen: boolean;
};

/** How many rows a run makes; `field` is the key of a foreign-key field. */
export type PlannedRows = { total: BigIntValue } | { field: string; count: Json };

/** One way in which a row can be wrong on purpose; its parameters name fields. */
export type Fault = { kind: string; params: { [name: string]: Json } };

/** Rows that are wrong on purpose: at least one kind. */
export type Faults = { rate: number; kinds: Fault[] };

/** A table while it is edited. Keys and indexes name fields by their editor key. */
export type Draft = {
  name: string;
  displayName: string;
  description: string;
  plannedRows: PlannedRows;
  primaryKey: string[];
  uniqueKeys: string[][];
  indexes: string[][];
  faults: Faults | null;
  fields: DraftField[];
};

export const NO_CONSTRAINTS: Constraints = {
  min: null,
  max: null,
  minLength: null,
  maxLength: null,
  pattern: null,
  precision: null,
  scale: null,
  choices: null,
};
