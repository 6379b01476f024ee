import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Input, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Json } from '../../../graphql/tada';
import { type Condition, OPS, type Op, readValue, startValue } from '../cases';
import { everything, type Notes, unplaced, within } from '../notes';
import { asList } from '../refs';
import type { FieldName } from '../tools';
import { asText } from '../types';
import { AddButton } from './AddButton';
import classes from './nested.module.css';
import { useOpWords } from './useOpWords';

type Props = {
  value: readonly Condition[];
  field: FieldName | undefined;
  notes: Notes;
  onChange: (value: Condition[]) => void;
};

/** What must all hold of a field's value. */
export function ConditionsInput({ value, field, notes, onChange }: Props) {
  const { t } = useLingui();
  const words = useOpWords();
  const taken = value.map(({ op }) => op);
  const free = OPS.filter((op) => !taken.includes(op));
  const replace = (at: number, next: Condition) => onChange(value.map((each, index) => (index === at ? next : each)));
  const problem = unplaced(notes.problems, [...taken, 'then']);
  return (
    <>
      {value.map(({ op, value: asked }, index) => (
        <div key={op} className={classes.condition}>
          <Text size="sm" c="var(--quiet)">
            {index === 0 ? <Trans>when it</Trans> : <Trans>and</Trans>}
          </Text>
          <NativeSelect
            aria-label={t`Condition ${index + 1}`}
            data={OPS.filter((each) => each === op || free.includes(each)).map((each) => ({
              value: each,
              label: words[each],
            }))}
            value={op}
            onChange={(event) => {
              const next = event.currentTarget.value as Op;
              const keep = next !== 'null' && next !== 'in' && op !== 'null' && op !== 'in';
              replace(index, { op: next, value: keep ? asked : startValue(next) });
            }}
          />
          {op === 'null' ? (
            <span />
          ) : (
            <ValueInput
              label={t`Value of condition ${index + 1}`}
              op={op}
              value={asked}
              field={field}
              error={everything(within(notes, op).problems)}
              onChange={(next) => replace(index, { op, value: next })}
            />
          )}
          <ActionIcon
            aria-label={t`Remove condition ${index + 1}`}
            disabled={value.length === 1}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      {problem ? <Input.Error>{problem}</Input.Error> : null}
      {free[0] ? (
        <AddButton
          label={<Trans>and …</Trans>}
          onAdd={() => {
            const op = free[0] ?? 'is';
            onChange([...value, { op, value: startValue(op) }]);
          }}
        />
      ) : null}
    </>
  );
}

type ValueProps = {
  label: string;
  op: Op;
  value: Json;
  field: FieldName | undefined;
  error: string | undefined;
  onChange: (value: Json) => void;
};

/** The value that a field is compared with: chosen where the field has choices, else typed; several with commas. */
function ValueInput({ label, op, value, field, error, onChange }: ValueProps) {
  const { t } = useLingui();
  const choices = field?.type === 'BOOLEAN' ? ['true', 'false'] : field?.choices;
  const read = (text: string) => readValue(text, field?.type);
  if (op === 'in') {
    return (
      <TextInput
        aria-label={label}
        placeholder={t`one, another, …`}
        error={error}
        defaultValue={asList(value).map(asText).join(', ')}
        onChange={(event) => {
          const parts = event.currentTarget.value.split(',').map((part) => part.trim());
          onChange(parts.filter((part) => part !== '').map(read));
        }}
      />
    );
  }
  if (choices && op === 'is') {
    const known = choices.includes(asText(value));
    return (
      <NativeSelect
        aria-label={label}
        error={error}
        data={[...(known ? [] : [{ value: asText(value), label: asText(value) || t`Choose …` }]), ...choices]}
        value={asText(value)}
        onChange={(event) => onChange(read(event.currentTarget.value))}
      />
    );
  }
  return (
    <TextInput
      aria-label={label}
      autoComplete="off"
      error={error}
      value={asText(value)}
      onChange={(event) => onChange(read(event.currentTarget.value))}
    />
  );
}
