import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Stack } from '@mantine/core';
import { useBuilder } from '../context';
import { keyField, referable } from '../draft/names';
import type { DraftField, Reference } from '../draft/types';
import classes from './SidePanel.module.css';

const NO_REFERENCE: Reference = { table: '', field: '', onDelete: 'RESTRICT' };

/** What a foreign key refers to, and what happens when the row it refers to goes. */
export function ReferencePart({ field }: { field: DraftField }) {
  const { t } = useLingui();
  const { dispatch, tables } = useBuilder();
  const reference = field.reference ?? NO_REFERENCE;
  const parent = tables.find((table) => table.name === reference.table);
  const set = (next: Reference | null) => dispatch({ do: 'field', key: field.key, patch: { reference: next } });
  const toTable = (name: string) => {
    const table = tables.find((each) => each.name === name);
    set(table ? { ...reference, table: name, field: keyField(table) ?? '' } : null);
  };
  return (
    <fieldset className={classes.part}>
      <legend>
        <Trans>Refers to</Trans>
      </legend>
      <Stack gap="sm">
        <div className={classes.pair}>
          <NativeSelect
            label={t`Table`}
            data={[{ value: '', label: t`Choose …` }, ...tables.map(({ name }) => name)]}
            value={reference.table}
            onChange={(event) => toTable(event.currentTarget.value)}
          />
          <NativeSelect
            label={t`Field`}
            disabled={!parent}
            data={[{ value: '', label: t`Choose …` }, ...(parent ? referable(parent) : [])]}
            value={reference.field}
            onChange={(event) => set({ ...reference, field: event.currentTarget.value })}
          />
        </div>
        <NativeSelect
          label={t`When the row it refers to is deleted`}
          data={[
            { value: 'RESTRICT', label: t`Refuse to delete it` },
            { value: 'CASCADE', label: t`Delete this row too` },
            { value: 'SET_NULL', label: t`Empty this field` },
          ]}
          value={reference.onDelete}
          onChange={(event) => set({ ...reference, onDelete: event.currentTarget.value as Reference['onDelete'] })}
        />
      </Stack>
    </fieldset>
  );
}
