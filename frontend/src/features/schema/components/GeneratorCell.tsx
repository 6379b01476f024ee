import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import type { Json } from '../../../graphql/tada';
import { asObject } from '../../../ui/params/refs';
import { asText } from '../../../ui/params/types';
import type { DraftField, Generator } from '../draft/types';
import type { CatalogIndex } from '../hooks/useCatalog';
import classes from './FieldTable.module.css';

const SHOWN = 2;

/** A value in few words; of what holds names, the names. */
function oneShort(value: Json): string {
  if (value === null || typeof value !== 'object') return asText(value);
  if (!Array.isArray(value)) return Object.keys(value).join(', ');
  const names = value.map((each) => asText(asObject(each).name));
  return names.some((name) => name === '') ? asText(value) : names.join(', ');
}

/** The parameters in few words: `-2y … now`. */
function inShort(generator: Generator): string {
  const told = Object.entries(generator.params).filter(([name]) => name !== 'bundle');
  const values = told.map(([, value]) => oneShort(value));
  return values.length > SHOWN ? `${values.slice(0, SHOWN).join(' … ')} …` : values.join(' … ');
}

type Props = {
  field: DraftField;
  name: string;
  /** Name of the generator that will be used, where it is known. */
  generator: string | null;
  catalog: CatalogIndex;
  /** Names of the fields that agree with it, and the word of their bundle; empty: none. */
  agrees: string;
  bundle: string;
  onPick: () => void;
};

/** Where the values of a field come from, in few words; opens the catalogue. */
export function GeneratorCell({ field, name, generator, catalog, agrees, bundle, onPick }: Props) {
  const { t } = useLingui();
  if (field.type === 'AUTO_INCREMENT') return <span className={classes.none}>–</span>;
  const label = generator ? catalog.generatorLabel(generator) : t`chosen by name and type`;
  const details = field.generator ? inShort(field.generator) : '';
  const said = agrees === '' ? '' : t`Agrees with: ${agrees}`;
  return (
    <UnstyledButton
      className={classes.pick}
      data-auto={field.generator === null || undefined}
      aria-label={t`Generator of ${name}: ${label}`}
      aria-description={said || undefined}
      title={[field.generator === null ? t`Chosen by name and type` : details, said].filter(Boolean).join(' · ')}
      onClick={onPick}
    >
      {agrees === '' ? null : (
        <span className={classes.agrees}>
          <IconLink size={12} aria-hidden />
          {bundle}
        </span>
      )}
      {label}
      {details === '' ? null : <span>{details}</span>}
    </UnstyledButton>
  );
}
