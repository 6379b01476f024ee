import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { asText } from '../../../ui/params/types';
import type { DraftField, Generator } from '../draft/types';
import type { CatalogIndex } from '../hooks/useCatalog';
import classes from './FieldTable.module.css';

const SHOWN = 2;

/** The parameters in few words: `-2y … now`. */
function inShort(generator: Generator): string {
  const values = Object.values(generator.params).map((value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.keys(value).join(', ')
      : asText(value),
  );
  return values.length > SHOWN ? `${values.slice(0, SHOWN).join(' … ')} …` : values.join(' … ');
}

type Props = {
  field: DraftField;
  name: string;
  /** Name of the generator that will be used, where it is known. */
  generator: string | null;
  catalog: CatalogIndex;
  onPick: () => void;
};

/** Where the values of a field come from, in few words; opens the catalogue. */
export function GeneratorCell({ field, name, generator, catalog, onPick }: Props) {
  const { t } = useLingui();
  if (field.type === 'AUTO_INCREMENT') return <span className={classes.none}>–</span>;
  const label = generator ? catalog.generatorLabel(generator) : t`chosen by name and type`;
  const details = field.generator ? inShort(field.generator) : '';
  return (
    <UnstyledButton
      className={classes.pick}
      data-auto={field.generator === null || undefined}
      aria-label={t`Generator of ${name}: ${label}`}
      title={field.generator === null ? t`Chosen by name and type` : details}
      onClick={onPick}
    >
      {label}
      {details === '' ? null : <span>{details}</span>}
    </UnstyledButton>
  );
}
