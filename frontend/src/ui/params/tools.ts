import { createContext, useContext } from 'react';
import type { Words } from '../../i18n/words';
import type { GeneratorRef } from './refs';
import type { Option, ParamDescriptor, ParamValues } from './types';

/** A generator as the forms need to know it. */
export type GeneratorInfo = {
  name: string;
  description: Words;
  produces: readonly string[];
  params: readonly ParamDescriptor[];
};

/** A field of the table, as parameters may name it. */
export type FieldName = { name: string; type: string; choices: readonly string[] | null };

/** A bundle of the table: its word, and the fields that belong to it. */
export type Bundle = { word: string; fields: readonly string[] };

/** A wish to choose from the catalogue. */
export type PickRequest = {
  title: string;
  /** Those that make it come first; null: whatever it makes. */
  type: string | null;
  /** The one that is chosen now. */
  chosen: string | undefined;
  onChoose: (generator: GeneratorRef) => void;
};

/** What the forms of parameters need from the page they stand on. */
export type ParamTools = {
  /** Names that parameters of the kind FIELD may take. */
  fields: readonly FieldName[];
  /** Fields of the rows that this row refers to, such as `customer.city`, which expressions may name too. */
  parentFields: readonly string[];
  /** What parameters of the kind LOCALE may take. */
  locales: readonly Option[];
  /** Types that nested values may have. */
  types: readonly Option[];
  /** The constraints that a type knows, by the words of a design. */
  constraintsOf: (type: string) => readonly string[];
  generator: (name: string) => GeneratorInfo | undefined;
  generatorLabel: (name: string) => string;
  /** Opens the catalogue. */
  pick: (request: PickRequest) => void;
  /** The bundles that a generator with these parameters may join, its own first field aside. */
  bundles: (generator: GeneratorRef) => readonly Bundle[];
};

const NOTHING: ParamTools = {
  fields: [],
  parentFields: [],
  locales: [],
  types: [],
  constraintsOf: () => [],
  generator: () => undefined,
  generatorLabel: (name) => name,
  pick: () => undefined,
  bundles: () => [],
};

/** Forms outside of a table, such as those of file formats, need nothing of it. */
export const ParamToolsContext = createContext<ParamTools>(NOTHING);

export function useParamTools(): ParamTools {
  return useContext(ParamToolsContext);
}

/** The whole of the parameters that an input is one of. */
export type Siblings = { generator: string | null; values: ParamValues };
