import { useMemo } from 'react';
import { type CombinedError, useQuery } from 'urql';
import { useWords } from '../../../i18n/words';
import type { Option } from '../../../ui/params/types';
import { fieldParam } from '../draft/faults';
import { Catalog, type FaultKind, type FieldType, type FieldTypeInfo, type Generator } from '../operations';

/** What fields can be and where values can come from, ready to look up. */
export type CatalogIndex = {
  types: readonly FieldTypeInfo[];
  generators: readonly Generator[];
  typeLabel: (type: FieldType) => string;
  /** The types as options to choose from. */
  typeOptions: Option[];
  generator: (name: string) => Generator | undefined;
  /** `Family · generator`, in the language of the page. */
  generatorLabel: (name: string) => string;
  faultKinds: readonly FaultKind[];
  locales: Option[];
  /** Parameters that hold the name of a field, as `generator.param`; those of faults as `fieldParam` has them. */
  fieldParams: ReadonlySet<string>;
};

/** The catalogue; null until it is there. */
export function useCatalog(): { catalog: CatalogIndex | null; error: CombinedError | undefined } {
  const words = useWords();
  const [{ data, error }] = useQuery({ query: Catalog });
  const catalog = useMemo(() => {
    if (!data) return null;
    const labels = new Map(data.fieldTypes.map((each) => [each.type, words(each.label)]));
    const byName = new Map(data.generators.map((each) => [each.name, each]));
    const fieldParams = data.generators.flatMap(({ name, params }) =>
      params.filter((param) => param.kind === 'FIELD').map((param) => `${name}.${param.name}`),
    );
    const ofFaults = data.faultKinds.flatMap(({ name, params }) =>
      params.filter((param) => param.kind === 'FIELD').map((param) => fieldParam(name, param.name)),
    );
    return {
      types: data.fieldTypes,
      generators: data.generators,
      typeLabel: (type: FieldType) => labels.get(type) ?? type.toLowerCase(),
      typeOptions: data.fieldTypes.map(({ type, label }) => ({ value: type, label: words(label) })),
      generator: (name: string) => byName.get(name),
      generatorLabel: (name: string) => {
        const found = byName.get(name);
        return found ? `${words(found.familyLabel)} · ${words(found.label)}` : name;
      },
      locales: data.locales.map(({ id, label }) => ({ value: id, label: words(label) })),
      faultKinds: data.faultKinds,
      fieldParams: new Set([...fieldParams, ...ofFaults]),
    };
  }, [data, words]);
  return { catalog, error };
}
