import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { bigText, parseBig } from '../../../graphql/bigint';
import { useBuilder } from '../context';
import { meanCount, readChildCount, startCount, writeChildCount } from '../draft/childCount';
import { ChildCountInput } from './ChildCountInput';
import classes from './SidePanel.module.css';

/** How many rows a run makes: a total, or so many for each row of a parent. */
export function PlannedRowsPart() {
  const { t } = useLingui();
  const { draft, dispatch } = useBuilder();
  const { plannedRows } = draft;
  const parents = draft.fields.filter((field) => field.type === 'FOREIGN_KEY' && field.name !== '');
  const perParent = 'field' in plannedRows;
  const change = (mode: string) => {
    const [first] = parents;
    const next =
      mode === 'parent' && first
        ? { field: first.key, count: writeChildCount(startCount('poisson')) }
        : { total: 1000 };
    dispatch({ do: 'table', patch: { plannedRows: next } });
  };
  return (
    <fieldset className={classes.part}>
      <legend>
        <Trans>Rows a run makes</Trans>
      </legend>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t`Rows a run makes`}
          data={[
            { value: 'total', label: t`In total` },
            { value: 'parent', label: t`Per parent`, disabled: parents.length === 0 },
          ]}
          value={perParent ? 'parent' : 'total'}
          onChange={change}
        />
        {perParent ? <PerParent /> : <Total />}
      </Stack>
    </fieldset>
  );
}

function Total() {
  const { t, i18n } = useLingui();
  const { draft, dispatch } = useBuilder();
  const total = 'total' in draft.plannedRows ? draft.plannedRows.total : 0;
  const [text, setText] = useState<string | null>(null);
  const read = text === null ? total : parseBig(text);
  const wrong = read === null || Number(read) < 0;
  return (
    <TextInput
      label={t`Rows`}
      inputMode="numeric"
      error={wrong ? t`A whole number, please` : undefined}
      value={text ?? bigText(total, i18n.locale)}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setText(value);
        const next = parseBig(value);
        if (next !== null && Number(next) >= 0) dispatch({ do: 'table', patch: { plannedRows: { total: next } } });
      }}
      onBlur={() => {
        if (!wrong) setText(null);
      }}
    />
  );
}

function PerParent() {
  const { t, i18n } = useLingui();
  const { draft, dispatch } = useBuilder();
  const { plannedRows } = draft;
  if (!('field' in plannedRows)) return null;
  const count = readChildCount(plannedRows.count);
  const parents = draft.fields.filter((field) => field.type === 'FOREIGN_KEY' && field.name !== '');
  const mean = new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2 }).format(meanCount(count));
  const parent = parents.find((field) => field.key === plannedRows.field)?.reference?.table ?? '…';
  return (
    <>
      <NativeSelect
        label={t`For each row that this field refers to`}
        data={parents.map((field) => ({ value: field.key, label: field.name }))}
        value={plannedRows.field}
        onChange={(event) =>
          dispatch({ do: 'table', patch: { plannedRows: { ...plannedRows, field: event.currentTarget.value } } })
        }
      />
      <ChildCountInput
        value={count}
        onChange={(next) =>
          dispatch({ do: 'table', patch: { plannedRows: { ...plannedRows, count: writeChildCount(next) } } })
        }
      />
      <Text size="sm" c="var(--quiet)">
        <Trans>
          {mean} rows on average for each row of {parent}.
        </Trans>
      </Text>
    </>
  );
}
