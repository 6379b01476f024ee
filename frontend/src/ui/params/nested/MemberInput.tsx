import { useLingui } from '@lingui/react/macro';
import { NativeSelect, Text, TextInput } from '@mantine/core';
import type { Json } from '../../../graphql/tada';
import { NumberField } from '../../NumberField';
import { ListInput } from '../ListInput';
import { everything, itself, type Notes, within } from '../notes';
import { type JsonObject, readRef, withValue, writeRef } from '../refs';
import { useParamTools } from '../tools';
import { asText } from '../types';
import classes from './nested.module.css';
import { RefInput } from './RefInput';

type Props = { title: string; value: JsonObject; notes: Notes; onChange: (value: JsonObject) => void };

/** The words of constraints that a nested value takes, in the order of the form. */
const CONSTRAINTS = ['choices', 'precision', 'scale', 'max_length', 'min', 'max'] as const;
type Constraint = (typeof CONSTRAINTS)[number];

/** A nested value: its generator, its type, how often it is empty, what it may be. */
export function MemberInput({ title, value, notes, onChange }: Props) {
  const { t } = useLingui();
  const { types, generator, constraintsOf } = useParamTools();
  const ref = readRef(value.generator);
  const usual = (ref ? generator(ref.name) : undefined)?.produces[0];
  const given = asText(value.type);
  const type = given === '' ? usual : given.toUpperCase();
  const known = type === undefined ? [] : constraintsOf(type);
  const set = (key: string, next: Json | undefined) => onChange(withValue(value, key, next));
  const problem = (key: string) => everything(within(notes, key).problems);
  const label = (name: string | undefined) => types.find((each) => each.value === name)?.label ?? name ?? '';
  return (
    <>
      <RefInput
        title={title}
        value={ref}
        optional={false}
        type={given === '' ? null : given.toUpperCase()}
        notes={withItself(notes)}
        onChange={(next) => set('generator', next ? writeRef(next) : undefined)}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={t`Type`}
          error={problem('type')}
          data={[{ value: '', label: usual ? t`Usual: ${label(usual)}` : t`As the generator makes it` }, ...types]}
          value={given.toUpperCase()}
          onChange={(event) => set('type', event.currentTarget.value.toLowerCase() || undefined)}
        />
        <NumberField
          label={t`Share of empty values`}
          error={problem('null_rate')}
          rightSection={<Text size="sm">%</Text>}
          value={Math.round(Number(value.null_rate ?? 0) * 1e8) / 1e6}
          min={0}
          max={100}
          onChange={(percent) => set('null_rate', percent ? percent / 100 : undefined)}
        />
        {CONSTRAINTS.filter((name) => known.includes(name)).map((name) => (
          <ConstraintInput
            key={name}
            name={name}
            type={type ?? ''}
            value={value[name]}
            error={problem(name)}
            onChange={(next) => set(name, next)}
          />
        ))}
      </div>
    </>
  );
}

/** What is said about the nested value as a whole stands at its generator, which makes it. */
function withItself(notes: Notes): Notes {
  const inner = within(notes, 'generator');
  const own = itself(notes.problems);
  return own === undefined ? inner : { ...inner, problems: { '': own, ...inner.problems } };
}

type ConstraintProps = {
  name: Constraint;
  type: string;
  value: Json | undefined;
  error: string | undefined;
  onChange: (value: Json | undefined) => void;
};

function ConstraintInput({ name, type, value, error, onChange }: ConstraintProps) {
  const { t } = useLingui();
  const labels = {
    choices: t`Choices`,
    precision: t`Digits`,
    scale: t`Decimals`,
    max_length: t`Longest`,
    min: t`Smallest`,
    max: t`Largest`,
  };
  if (name === 'choices') {
    return (
      <div className={classes.wide}>
        <ListInput label={labels[name]} error={error} value={value} onChange={onChange} />
      </div>
    );
  }
  if ((name === 'min' || name === 'max') && ['DATE', 'TIME', 'DATETIME'].includes(type)) {
    return (
      <TextInput
        label={labels[name]}
        error={error}
        placeholder={type === 'TIME' ? '09:30' : '2024-01-31 · now · -2y'}
        value={asText(value)}
        onChange={(event) => onChange(event.currentTarget.value || undefined)}
      />
    );
  }
  const bounds = name === 'min' || name === 'max';
  return (
    <NumberField
      label={labels[name]}
      error={error}
      integer={!bounds}
      min={bounds ? null : 0}
      value={value === undefined || value === null ? null : Number(value)}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
