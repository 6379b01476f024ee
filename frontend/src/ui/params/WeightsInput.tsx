import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, Input, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { Json } from '../../graphql/tada';
import { NumberField } from '../NumberField';
import { weightPairs } from './types';
import classes from './WeightsInput.module.css';

type Props = {
  label: string;
  description?: string;
  error?: string | undefined;
  required?: boolean;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
};

/** Values with weights; the bar beside each shows its share. */
export function WeightsInput({ label, description, error, required, value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const id = useId();
  const [draft, setDraft] = useState<[string, number][] | null>(null);
  const pairs = draft ?? weightPairs(value);
  const total = pairs.reduce((sum, [, weight]) => sum + Math.max(0, weight), 0);
  const percent = new Intl.NumberFormat(i18n.locale, { style: 'percent', maximumFractionDigits: 1 });
  const change = (next: [string, number][]) => {
    setDraft(next);
    const named = next.filter(([name]) => name !== '');
    onChange(named.length === 0 ? undefined : Object.fromEntries(named));
  };
  const replace = (at: number, pair: [string, number]) =>
    change(pairs.map((each, index) => (index === at ? pair : each)));
  return (
    <fieldset className={classes.group} aria-describedby={description ? id : undefined}>
      <Input.Label component="legend" required={required}>
        {label}
      </Input.Label>
      {description ? <Input.Description id={id}>{description}</Input.Description> : null}
      {pairs.map(([name, weight], index) => (
        // The place is the identity: two values may be equal while they are being typed.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={index} className={classes.pair}>
          <TextInput
            aria-label={t`Value ${index + 1}`}
            value={name}
            onChange={(event) => replace(index, [event.currentTarget.value, weight])}
          />
          <NumberField
            aria-label={t`Weight of ${name}`}
            value={weight}
            min={0}
            onChange={(next) => replace(index, [name, next ?? 0])}
          />
          <span className={classes.share}>
            <span style={{ width: `${total > 0 ? (Math.max(0, weight) / total) * 100 : 0}%` }} />
            <span className="num">{percent.format(total > 0 ? Math.max(0, weight) / total : 0)}</span>
          </span>
          <ActionIcon aria-label={t`Remove ${name}`} onClick={() => change(pairs.filter((_, at) => at !== index))}>
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => setDraft([...pairs, ['', 1]])}
        className={classes.add}
      >
        <Trans>Add a value</Trans>
      </Button>
      {error ? <Input.Error>{error}</Input.Error> : null}
    </fieldset>
  );
}
