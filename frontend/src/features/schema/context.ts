import { createContext, useContext } from 'react';
import type { Violation } from '../../ui/Violations';
import type { DraftAction } from './draft/reducer';
import type { Draft, DraftField, Generator } from './draft/types';
import type { CatalogIndex } from './hooks/useCatalog';
import type { SiblingTable } from './operations';

/** What every part of the builder shares. */
export type Builder = {
  draft: Draft;
  dispatch: (action: DraftAction) => void;
  catalog: CatalogIndex;
  /** The tables of the project, this one included when it is saved. */
  tables: readonly SiblingTable[];
  /** Violations by the field's editor key. */
  problems: ReadonlyMap<string, readonly Violation[]>;
  /** What is wrong with a parameter of a field's generator, by parameter. */
  paramProblems: (key: string) => Record<string, string>;
  /** What parameters of a field's generator still need, by parameter. */
  unfilledParams: (key: string) => Record<string, string>;
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
};

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
