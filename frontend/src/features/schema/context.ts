import { createContext, useContext } from 'react';
import type { BigIntValue } from '../../graphql/tada';
import type { Notes } from '../../ui/params/notes';
import type { PickRequest } from '../../ui/params/tools';
import type { Violation } from '../../ui/Violations';
import type { Teller } from './draft/bundles';
import type { DraftAction } from './draft/reducer';
import type { Draft, DraftField, Generator } from './draft/types';
import type { CatalogIndex } from './hooks/useCatalog';
import type { SiblingTable, TableInput } from './operations';

/** What every part of the builder shares. */
export type Builder = {
  draft: Draft;
  dispatch: (action: DraftAction) => void;
  catalog: CatalogIndex;
  /** The tables of the project, this one included when it is saved. */
  tables: readonly SiblingTable[];
  /** Violations by the field's editor key. */
  problems: ReadonlyMap<string, readonly Violation[]>;
  /** What is said about the parameters of a field's generator. */
  paramNotes: (key: string) => Notes;
  /** What is wrong with a property of a field, such as `min`. */
  propertyProblems: (key: string) => Record<string, string>;
  /** What is wrong with the fault at a place, by parameter; with the fault itself under the empty name. */
  faultProblems: (at: number) => Record<string, string>;
  /** The generator that a field will use, where it is known. */
  effective: (field: DraftField) => Generator | null;
  selected: string | null;
  /** Selects a field (null: the table); `open` also brings the panel forward where it is not always seen. */
  select: (key: string | null, open?: boolean) => void;
  /** Opens the catalogue for a field. */
  pick: (key: string) => void;
  /** Opens the catalogue for a value inside a field's. */
  pickFor: (request: PickRequest) => void;
  /** What tells of something in a row, and which other fields each field agrees with. */
  tellers: readonly Teller[];
  agreements: ReadonlyMap<string, { word: string; fields: string[] }>;
  /** What the server is asked about: the table as it stands in the editor. */
  asked: Asked;
};

export type Asked = { projectId: string; tableId: string | null; table: TableInput; seed: BigIntValue };

export const BuilderContext = createContext<Builder | null>(null);

export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('useBuilder outside of the table builder');
  return builder;
}

/** Whether a field is part of the primary key; an auto id is it by itself where no key is stated. */
export function isKey(draft: Draft, field: DraftField): boolean {
  if (draft.primaryKey.length > 0) return draft.primaryKey.includes(field.key);
  return draft.fields.find((each) => each.type === 'AUTO_INCREMENT')?.key === field.key;
}
