import { Trans, useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { NumberField } from '../../../ui/NumberField';
import { ListInput } from '../../../ui/params/ListInput';
import { asText } from '../../../ui/params/types';
import { useBuilder } from '../context';
import { type ConstraintName, constraintsOf, hasMoments } from '../draft/constraints';
import type { Constraints, DraftField } from '../draft/types';
import classes from './SidePanel.module.css';

/** What the values of a field may be; which of it a type knows comes from its descriptor. */
export function ConstraintsPart({ field }: { field: DraftField }) {
  const { catalog } = useBuilder();
  const names = constraintsOf(field.type, catalog.types);
  if (names.length === 0) return null;
  const isWide = (name: ConstraintName) => name === 'choices' || name === 'pattern';
  const wide = names.filter(isWide);
  const narrow = names.filter((name) => !isWide(name));
  return (
    <fieldset className={classes.part}>
      <legend>
        <Trans>Allowed values</Trans>
      </legend>
      <div className={classes.pair}>
        {narrow.map((name) => (
          <ConstraintInput key={name} name={name} field={field} />
        ))}
      </div>
      {wide.map((name) => (
        <ConstraintInput key={name} name={name} field={field} />
      ))}
    </fieldset>
  );
}

function ConstraintInput({ name, field }: { name: ConstraintName; field: DraftField }) {
  const { t } = useLingui();
  const { dispatch, propertyProblems } = useBuilder();
  const error = propertyProblems(field.key)[name];
  const set = (patch: Partial<Constraints>) =>
    dispatch({ do: 'field', key: field.key, patch: { constraints: { ...field.constraints, ...patch } } });
  const whole = (label: string, value: number | null, min: number, max: number, key: ConstraintName) => (
    <NumberField
      label={label}
      error={error}
      integer
      min={min}
      max={max}
      value={value}
      onChange={(next) => set({ [key]: next })}
    />
  );
  const { constraints } = field;
  const decimals = field.type === 'FLOAT' || field.type === 'DECIMAL';
  switch (name) {
    case 'precision':
      return whole(t`Digits`, constraints.precision, 1, 38, name);
    case 'scale':
      return whole(t`Decimals`, constraints.scale, 0, 38, name);
    case 'minLength':
      return whole(t`Shortest`, constraints.minLength, 0, 1_000_000, name);
    case 'maxLength':
      return whole(t`Longest`, constraints.maxLength, 1, 1_000_000, name);
    case 'min':
    case 'max': {
      const label = name === 'min' ? t`Smallest` : t`Largest`;
      return hasMoments(field.type) ? (
        <TextInput
          label={label}
          error={error}
          placeholder={field.type === 'TIME' ? '09:30' : '2024-01-31 · now · -2y'}
          value={asText(constraints[name])}
          onChange={(event) => set({ [name]: event.currentTarget.value || null })}
        />
      ) : (
        <NumberField
          label={label}
          error={error}
          integer={!decimals}
          value={constraints[name] === null ? null : Number(constraints[name])}
          onChange={(next) => set({ [name]: next })}
        />
      );
    }
    case 'pattern':
      return (
        <TextInput
          mt="sm"
          label={t`Pattern`}
          error={error}
          description={t`A regular expression that the whole value matches.`}
          placeholder="[A-Z]{3}-[0-9]{4}"
          spellCheck={false}
          value={constraints.pattern ?? ''}
          onChange={(event) => set({ pattern: event.currentTarget.value || null })}
        />
      );
    case 'choices':
      return (
        <ListInput
          label={t`Choices`}
          error={error}
          required
          value={constraints.choices}
          onChange={(next) => set({ choices: Array.isArray(next) ? next.map(asText) : null })}
        />
      );
  }
}
