import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Group, Input, NativeSelect, Pill } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useBuilder } from '../context';
import classes from './SidePanel.module.css';

type Props = {
  label: string;
  help: string;
  /** Sets of fields by editor key. */
  sets: readonly string[][];
  most?: number;
  onChange: (sets: string[][]) => void;
};

/** Sets of fields: each a row of names, in order. */
export function KeySets({ label, help, sets, most = Number.POSITIVE_INFINITY, onChange }: Props) {
  const { t } = useLingui();
  const id = useId();
  const [adding, setAdding] = useState(false);
  // A set that was just added is empty until it gets its first field; the draft holds no empty sets.
  const shown = adding ? [...sets, []] : sets;
  const put = (at: number, set: string[]) => {
    setAdding(false);
    onChange(shown.map((each, index) => (index === at ? set : each)).filter((each) => each.length > 0));
  };
  return (
    <fieldset className={classes.plain} aria-describedby={`${id}-help`}>
      <Input.Label component="legend" labelElement="div">
        {label}
      </Input.Label>
      <Input.Description id={`${id}-help`} mb={4}>
        {help}
      </Input.Description>
      {shown.map((set, index) => (
        <FieldSet
          key={`${id}-${index.toString()}`}
          set={set}
          name={t`${label} ${index + 1}`}
          onChange={(next) => put(index, next)}
        />
      ))}
      {shown.length < most && !adding ? (
        <Button variant="subtle" px={6} leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
          <Trans>Add fields</Trans>
        </Button>
      ) : null}
    </fieldset>
  );
}

function FieldSet({
  set,
  name,
  onChange,
}: {
  set: readonly string[];
  name: string;
  onChange: (next: string[]) => void;
}) {
  const { t } = useLingui();
  const { draft } = useBuilder();
  const nameOf = (key: string) => draft.fields.find((field) => field.key === key)?.name ?? '';
  const free = draft.fields.filter((field) => field.name !== '' && !set.includes(field.key));
  return (
    <Group gap={4} mb={4}>
      {set.map((key) => (
        <Pill
          key={key}
          withRemoveButton
          onRemove={() => onChange(set.filter((each) => each !== key))}
          removeButtonProps={{ 'aria-label': t`Take ${nameOf(key)} out`, tabIndex: 0, 'aria-hidden': false }}
        >
          {nameOf(key)}
        </Pill>
      ))}
      <NativeSelect
        aria-label={t`Add a field to ${name}`}
        w="7.5rem"
        data={[{ value: '', label: t`Add …` }, ...free.map((field) => ({ value: field.key, label: field.name }))]}
        value=""
        onChange={(event) => onChange([...set, event.currentTarget.value])}
      />
      {set.length > 0 ? (
        <ActionIcon aria-label={t`Remove ${name}`} onClick={() => onChange([])}>
          <IconTrash size={14} />
        </ActionIcon>
      ) : null}
    </Group>
  );
}
