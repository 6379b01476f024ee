import { Trans, useLingui } from '@lingui/react/macro';
import { Stack, Textarea, TextInput } from '@mantine/core';
import { useBuilder } from '../context';
import { FaultsPart } from './FaultsPart';
import { KeySets } from './KeySets';
import { PlannedRowsPart } from './PlannedRowsPart';
import classes from './SidePanel.module.css';

/** What holds for the table as a whole: names, rows, keys, indexes, faults. */
export function TablePanel() {
  const { t } = useLingui();
  const { draft, dispatch } = useBuilder();
  return (
    <>
      <Stack gap="sm" pb="md">
        <TextInput
          label={t`Name for people`}
          placeholder={draft.name}
          value={draft.displayName}
          onChange={(event) => dispatch({ do: 'table', patch: { displayName: event.currentTarget.value } })}
        />
        <Textarea
          label={t`What it holds`}
          rows={2}
          value={draft.description}
          onChange={(event) => dispatch({ do: 'table', patch: { description: event.currentTarget.value } })}
        />
      </Stack>
      <PlannedRowsPart />
      <fieldset className={classes.part}>
        <legend>
          <Trans>Keys and indexes</Trans>
        </legend>
        <Stack gap="md">
          <KeySets
            label={t`Primary key`}
            help={t`Tells the rows apart. Empty: the auto id, where there is one.`}
            sets={draft.primaryKey.length > 0 ? [draft.primaryKey] : []}
            most={1}
            onChange={([first]) => dispatch({ do: 'table', patch: { primaryKey: first ?? [] } })}
          />
          <KeySets
            label={t`Unique together`}
            help={t`Fields whose values together are different in every row.`}
            sets={draft.uniqueKeys}
            onChange={(uniqueKeys) => dispatch({ do: 'table', patch: { uniqueKeys } })}
          />
          <KeySets
            label={t`Indexes`}
            help={t`Make searching by these fields quick.`}
            sets={draft.indexes}
            onChange={(indexes) => dispatch({ do: 'table', patch: { indexes } })}
          />
        </Stack>
      </fieldset>
      <FaultsPart />
    </>
  );
}
