import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@mantine/core';
import { NumberField } from '../../../ui/NumberField';
import { weightPairs } from '../../../ui/params/types';
import { WeightsInput } from '../../../ui/params/WeightsInput';
import { type ChildCount, startCount } from '../draft/childCount';
import classes from './SidePanel.module.css';

type Props = { value: ChildCount; onChange: (next: ChildCount) => void };

/** The distribution of children over parents. */
export function ChildCountInput({ value, onChange }: Props) {
  const { t } = useLingui();
  return (
    <>
      <NativeSelect
        label={t`How many`}
        data={[
          { value: 'constant', label: t`Always the same` },
          { value: 'uniform', label: t`Between two numbers` },
          { value: 'poisson', label: t`Around a mean (Poisson)` },
          { value: 'choice', label: t`Weighted numbers` },
        ]}
        value={value.kind}
        onChange={(event) => onChange(startCount(event.currentTarget.value as ChildCount['kind']))}
      />
      <Numbers value={value} onChange={onChange} />
    </>
  );
}

function Numbers({ value, onChange }: Props) {
  const { t } = useLingui();
  switch (value.kind) {
    case 'constant':
      return (
        <NumberField
          label={t`Rows`}
          integer
          min={0}
          value={value.value}
          onChange={(next) => onChange({ ...value, value: next ?? 0 })}
        />
      );
    case 'uniform':
      return (
        <div className={classes.pair}>
          <NumberField
            label={t`Fewest`}
            integer
            min={0}
            value={value.min}
            onChange={(next) => onChange({ ...value, min: next ?? 0 })}
          />
          <NumberField
            label={t`Most`}
            integer
            min={value.min}
            value={value.max}
            onChange={(next) => onChange({ ...value, max: next ?? value.min })}
          />
        </div>
      );
    case 'poisson':
      return (
        <div className={classes.pair}>
          <NumberField
            label={t`Mean`}
            min={0}
            value={value.mean}
            onChange={(next) => onChange({ ...value, mean: next ?? 1 })}
          />
          <NumberField
            label={t`Most`}
            placeholder={t`No limit`}
            integer
            min={1}
            value={value.max}
            onChange={(max) => onChange({ ...value, max })}
          />
        </div>
      );
    case 'choice':
      return (
        <WeightsInput
          label={t`Number of rows and weight`}
          value={Object.fromEntries(value.weights)}
          onChange={(next) => {
            const weights = weightPairs(next)
              .map(([name, weight]): [number, number] => [Number(name), weight])
              .filter(([rows]) => Number.isSafeInteger(rows) && rows >= 0);
            onChange({ ...value, weights });
          }}
        />
      );
  }
}
