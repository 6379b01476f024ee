import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, NativeSelect, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useWords } from '../../../i18n/words';
import { NumberField } from '../../../ui/NumberField';
import { ParamForm } from '../../../ui/params/ParamForm';
import { ParamToolsContext } from '../../../ui/params/tools';
import { useBuilder } from '../context';
import { ofKind, replaced, struckBy, withFault } from '../draft/faults';
import type { Fault, Faults } from '../draft/types';
import { useTools } from '../hooks/useTools';
import classes from './FaultsPart.module.css';
import panel from './SidePanel.module.css';

/** Rows that are wrong on purpose: how many, and in which ways. */
export function FaultsPart() {
  const { t } = useLingui();
  const { draft, dispatch, catalog } = useBuilder();
  const { faults } = draft;
  const set = (next: Faults | null) => dispatch({ do: 'table', patch: { faults: next } });
  const first = catalog.faultKinds.find((kind) => kind.name !== 'null' && struckBy(kind, draft.fields).length > 0);
  return (
    <fieldset className={panel.part}>
      <legend>
        <Trans>Faults</Trans>
      </legend>
      <Stack gap="sm">
        <Text size="sm" c="var(--quiet)">
          <Trans>Some rows wrong on purpose, to try checks on. Files come with a list of the wrong cells.</Trans>
        </Text>
        {faults ? (
          <>
            <NumberField
              label={t`Share of faulty rows`}
              rightSection={<Text size="sm">%</Text>}
              value={Math.round(faults.rate * 1e8) / 1e6}
              min={0}
              max={100}
              onChange={(percent) => set({ ...faults, rate: (percent ?? 0) / 100 })}
            />
            {faults.kinds.map((fault, at) => (
              <FaultForm
                // The place is the identity: two faults may be the same.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={at}
                fault={fault}
                at={at}
                onChange={(next) => set(replaced(faults, at, next))}
              />
            ))}
          </>
        ) : null}
        <div>
          <Button
            variant="subtle"
            px={6}
            leftSection={<IconPlus size={14} />}
            disabled={first === undefined}
            onClick={() => first && set(withFault(faults, ofKind(first, draft.fields)))}
          >
            <Trans>Add a fault</Trans>
          </Button>
        </div>
      </Stack>
    </fieldset>
  );
}

type FormProps = { fault: Fault; at: number; onChange: (next: Fault | null) => void };

function FaultForm({ fault, at, onChange }: FormProps) {
  const { t } = useLingui();
  const words = useWords();
  const { draft, catalog, faultProblems } = useBuilder();
  const tools = useTools(null);
  const info = catalog.faultKinds.find((kind) => kind.name === fault.kind);
  const struck = struckBy(info, draft.fields);
  const options = catalog.faultKinds.map(({ name, label }) => ({ value: name, label: words(label) }));
  const known = info ? options : [{ value: fault.kind, label: fault.kind }, ...options];
  const number = at + 1;
  return (
    <fieldset className={classes.fault} aria-label={t`Fault ${number}`}>
      <div className={classes.head}>
        <NativeSelect
          label={t`What is wrong`}
          description={info ? words(info.description) : undefined}
          error={faultProblems(at)['']}
          data={known}
          value={fault.kind}
          onChange={(event) => {
            const next = catalog.faultKinds.find((kind) => kind.name === event.currentTarget.value);
            if (next) onChange(ofKind(next, draft.fields, fault));
          }}
        />
        <ActionIcon aria-label={t`Remove fault ${number}`} onClick={() => onChange(null)}>
          <IconTrash size={14} />
        </ActionIcon>
      </div>
      {info ? (
        <ParamToolsContext value={{ ...tools, fields: tools.fields.filter(({ name }) => struck.includes(name)) }}>
          <ParamForm
            key={info.name}
            params={info.params}
            value={fault.params}
            notes={{ problems: faultProblems(at), unfilled: {} }}
            onChange={(params) => onChange({ kind: fault.kind, params })}
          />
        </ParamToolsContext>
      ) : null}
    </fieldset>
  );
}
