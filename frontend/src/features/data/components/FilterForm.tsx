import { Trans, useLingui } from '@lingui/react/macro';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useFocusReturn } from '../../../ui/useFocusReturn';
import type { Field, Filter, FilterOp } from '../operations';
import { filterValue, needsValue, opsFor } from '../view';
import classes from './Filters.module.css';
import { useOpWords } from './opWords';

type Props = { id: string; fields: readonly Field[]; onAdd: (filter: Filter) => void; onClose: () => void };

/** A condition being made: field, comparison, value. Escape leaves it. */
export function FilterForm({ id, fields, onAdd, onClose }: Props) {
  const { t } = useLingui();
  const words = useOpWords();
  useFocusReturn();
  const usable = fields.filter((field) => opsFor(field).length > 0);
  const [name, setName] = useState(usable[0]?.name ?? '');
  const [chosen, setChosen] = useState<FilterOp | null>(null);
  const [text, setText] = useState('');
  const field = usable.find((each) => each.name === name);
  const ops = field ? opsFor(field) : [];
  const op = chosen && ops.includes(chosen) ? chosen : ops[0];
  const value = field && op && needsValue(op) ? filterValue(field, text) : null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (field && op && value !== undefined) onAdd({ field: field.name, op, value });
  };
  return (
    <form
      id={id}
      className={classes.form}
      aria-label={t`New filter`}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <NativeSelect
        autoFocus
        label={t`Field`}
        data={usable.map((each) => ({ value: each.name, label: each.displayName ?? each.name }))}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setText('');
        }}
      />
      <NativeSelect
        label={t`Comparison`}
        data={ops.map((each) => ({ value: each, label: words[each] }))}
        value={op ?? ''}
        onChange={(event) => setChosen(event.currentTarget.value as FilterOp)}
      />
      {field && op && needsValue(op) ? (
        <ValueInput field={field} text={text} fits={value !== undefined} onChange={setText} />
      ) : null}
      <div className={classes.buttons}>
        <Button type="submit" disabled={value === undefined}>
          <Trans>Filter rows</Trans>
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          <Trans>Never mind</Trans>
        </Button>
      </div>
    </form>
  );
}

type ValueProps = { field: Field; text: string; fits: boolean; onChange: (text: string) => void };

function ValueInput({ field, text, fits, onChange }: ValueProps) {
  const { t } = useLingui();
  const choices = field.type === 'BOOLEAN' ? ['true', 'false'] : field.constraints.choices;
  if (choices) {
    return (
      <NativeSelect
        label={t`Value`}
        data={['', ...choices]}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      label={t`Value`}
      autoComplete="off"
      value={text}
      error={text !== '' && !fits ? t`This doesn't fit the field` : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
