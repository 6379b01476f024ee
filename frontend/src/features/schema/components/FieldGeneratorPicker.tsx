import { useLingui } from '@lingui/react/macro';
import { useBuilder } from '../context';
import { makes } from '../draft/search';
import type { DraftField } from '../draft/types';
import { GeneratorPicker } from './GeneratorPicker';

/** The catalogue for a field: choosing a generator that can't make its type changes the type. */
export function FieldGeneratorPicker({ field, onClose }: { field: DraftField; onClose: () => void }) {
  const { t } = useLingui();
  const { catalog, dispatch, effective } = useBuilder();
  const { key } = field;
  return (
    <GeneratorPicker
      title={field.name || t`this field`}
      type={field.type}
      chosen={effective(field)?.name}
      changesType
      onChoose={(generator) => {
        const made = catalog.generator(generator.name);
        const [type] = made?.produces ?? [];
        if (made && type && !makes(made, field.type)) dispatch({ do: 'retype', key, type });
        dispatch({ do: 'field', key, patch: { generator, typeChosen: true } });
      }}
      onClose={onClose}
    />
  );
}
