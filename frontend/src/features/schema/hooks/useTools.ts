import { useMemo } from 'react';
import type { ParamTools } from '../../../ui/params/tools';
import { useBuilder } from '../context';
import { bundlesFor } from '../draft/bundles';

/** Types that stand for a relation or a counter: nothing inside a value can be one. */
const OF_COLUMNS = ['AUTO_INCREMENT', 'FOREIGN_KEY'];

/** What forms of parameters need of the table; `key`: the field whose generator they are of, null for the table's own. */
export function useTools(key: string | null): ParamTools {
  const { draft, tables, catalog, tellers, pickFor } = useBuilder();
  return useMemo(() => {
    const others = draft.fields.filter((each) => each.key !== key && each.name !== '');
    const parentFields = draft.fields.flatMap(({ name, reference }) => {
      const parent = tables.find((table) => table.name === reference?.table);
      return (parent?.fields ?? []).map((each) => `${name.replace(/_id$/, '')}.${each.name}`);
    });
    return {
      parentFields,
      fields: others.map(({ name, type, constraints }) => ({ name, type, choices: constraints.choices })),
      locales: catalog.locales,
      types: catalog.typeOptions.filter(({ value }) => !OF_COLUMNS.includes(value)),
      constraintsOf: (type) => catalog.types.find((each) => each.type === type)?.constraints ?? [],
      generator: catalog.generator,
      generatorLabel: catalog.generatorLabel,
      pick: pickFor,
      bundles: (generator) => bundlesFor(generator, key, tellers, catalog.generator),
    };
  }, [draft, tables, catalog, tellers, pickFor, key]);
}
