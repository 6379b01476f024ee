import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Stack, Switch, Text, Textarea, TextInput } from '@mantine/core';
import { useWords } from '../../../i18n/words';
import { NumberField } from '../../../ui/NumberField';
import { useBuilder } from '../context';
import { asIdentifier } from '../draft/names';
import type { DraftField } from '../draft/types';
import type { FieldType } from '../operations';
import { ConstraintsPart } from './ConstraintsPart';
import { DefaultInput } from './DefaultInput';
import { GeneratorPart } from './GeneratorPart';
import { ReferencePart } from './ReferencePart';
import classes from './SidePanel.module.css';

/** Everything about one field. */
export function FieldPanel({ field }: { field: DraftField }) {
  return (
    <>
      <NamePart field={field} />
      {field.type === 'FOREIGN_KEY' ? <ReferencePart field={field} /> : null}
      <GeneratorPart field={field} />
      <ConstraintsPart field={field} />
      <NullsPart field={field} />
    </>
  );
}

function NamePart({ field }: { field: DraftField }) {
  const { t } = useLingui();
  const words = useWords();
  const { dispatch, catalog } = useBuilder();
  const { key } = field;
  const info = catalog.types.find(({ type }) => type === field.type);
  return (
    <Stack gap="sm" pb="md">
      <TextInput
        label={t`Name of the column`}
        autoComplete="off"
        spellCheck={false}
        value={field.name}
        onChange={(event) =>
          dispatch({
            do: 'rename',
            key,
            name: asIdentifier(event.currentTarget.value),
            fieldParams: catalog.fieldParams,
          })
        }
      />
      <TextInput
        label={t`Name for people`}
        placeholder={field.name}
        value={field.displayName}
        onChange={(event) => dispatch({ do: 'field', key, patch: { displayName: event.currentTarget.value } })}
      />
      <Textarea
        label={t`What it means`}
        rows={2}
        value={field.description}
        onChange={(event) => dispatch({ do: 'field', key, patch: { description: event.currentTarget.value } })}
      />
      <NativeSelect
        label={t`Type`}
        description={info ? words(info.description) : undefined}
        data={catalog.typeOptions}
        value={field.type}
        onChange={(event) => dispatch({ do: 'retype', key, type: event.currentTarget.value as FieldType })}
      />
    </Stack>
  );
}

function NullsPart({ field }: { field: DraftField }) {
  const { t } = useLingui();
  const { dispatch } = useBuilder();
  const { key } = field;
  if (field.type === 'AUTO_INCREMENT') return null;
  return (
    <fieldset className={classes.part}>
      <legend>
        <Trans>Empty values and uniqueness</Trans>
      </legend>
      <Stack gap="sm">
        <Switch
          label={t`May be empty (null)`}
          checked={field.nullable}
          onChange={(event) => {
            const nullable = event.currentTarget.checked;
            dispatch({ do: 'field', key, patch: { nullable, nullRate: nullable ? field.nullRate : 0 } });
          }}
        />
        {field.nullable ? (
          <NumberField
            label={t`Share of empty values`}
            rightSection={<Text size="sm">%</Text>}
            value={Math.round(field.nullRate * 1e8) / 1e6}
            min={0}
            max={100}
            onChange={(percent) => dispatch({ do: 'field', key, patch: { nullRate: (percent ?? 0) / 100 } })}
          />
        ) : null}
        <Switch
          label={t`Unique: no two rows share a value`}
          checked={field.unique}
          onChange={(event) => dispatch({ do: 'field', key, patch: { unique: event.currentTarget.checked } })}
        />
        <DefaultInput field={field} />
      </Stack>
    </fieldset>
  );
}
