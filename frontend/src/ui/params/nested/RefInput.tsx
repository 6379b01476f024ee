import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Input, Text } from '@mantine/core';
import { itself, type Notes, unplaced, within } from '../notes';
import { ParamForm } from '../ParamForm';
import type { GeneratorRef } from '../refs';
import { useParamTools } from '../tools';
import classes from './nested.module.css';

type Props = {
  /** What it makes values for, for the title of the catalogue. */
  title: string;
  value: GeneratorRef | null;
  /** What is used where none is chosen; null: values stay empty. */
  otherwise?: GeneratorRef | null;
  /** Whether there may be none. */
  optional: boolean;
  /** The type that is wanted, where one is. */
  type: string | null;
  notes: Notes;
  onChange: (value: GeneratorRef | null) => void;
};

/** A generator as a value: which one, and the form of its own parameters. */
export function RefInput({ title, value, otherwise = null, optional, type, notes, onChange }: Props) {
  const { t } = useLingui();
  const { generator, generatorLabel, pick } = useParamTools();
  const info = value ? generator(value.name) : undefined;
  const none = otherwise ? generatorLabel(otherwise.name) : optional ? t`empty (null)` : t`none yet`;
  const label = value ? generatorLabel(value.name) : none;
  const problem = info ? unplaced(notes.problems, ['params']) : unplaced(notes.problems, []);
  const missing = value ? undefined : itself(notes.unfilled);
  return (
    <div className={classes.ref}>
      <div className={classes.chosen}>
        <Text size="sm" fw={500} c={value ? undefined : 'var(--quiet)'}>
          {label}
        </Text>
        {value && optional ? (
          <Button variant="subtle" onClick={() => onChange(null)}>
            <Trans>Clear</Trans>
          </Button>
        ) : null}
        <Button
          variant="default"
          aria-label={t`Generator of ${title}: ${label}`}
          onClick={() => pick({ title, type, chosen: value?.name, onChoose: onChange })}
        >
          {value ? <Trans>Change …</Trans> : <Trans>Choose …</Trans>}
        </Button>
      </div>
      {problem ? <Input.Error>{problem}</Input.Error> : null}
      {missing && !problem ? (
        <Text size="xs" c="var(--quiet)">
          <Trans>Still to fill in: {missing}</Trans>
        </Text>
      ) : null}
      {value && info && info.params.length > 0 ? (
        <div className={classes.inner}>
          <ParamForm
            key={value.name}
            generator={value.name}
            params={info.params}
            value={value.params}
            notes={within(notes, 'params')}
            onChange={(params) => onChange({ ...value, params })}
          />
        </div>
      ) : null}
    </div>
  );
}
