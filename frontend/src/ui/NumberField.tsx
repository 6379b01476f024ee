import { useLingui } from '@lingui/react/macro';
import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { readNumber } from './readNumber';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'min' | 'max'> & {
  value: number | null;
  /** Null: nothing stands in the field. Not called while the text is no number. */
  onChange: (value: number | null) => void;
  integer?: boolean;
  min?: number | null;
  max?: number | null;
};

/** A number as text, so that every keyboard and both decimal signs work; says so when it can't be read. */
export function NumberField({ value, onChange, integer = false, min, max, error, ...rest }: Props) {
  const { t, i18n } = useLingui();
  const [text, setText] = useState<string | null>(null);
  const limits = { integer, min: min ?? null, max: max ?? null };
  const typed = text === null ? null : readNumber(text, limits);
  // What was typed stands while it means the value, or nothing yet; a value that came from elsewhere replaces it.
  const shown = typed && (typed.problem || typed.value === value) ? (text ?? '') : value === null ? '' : String(value);
  const read = readNumber(shown, limits);
  const number = (limit: number) => new Intl.NumberFormat(i18n.locale).format(limit);
  const problems = {
    word: integer ? t`A whole number, please` : t`A number, please`,
    low: min == null ? '' : t`At least ${number(min)}`,
    high: max == null ? '' : t`At most ${number(max)}`,
  };
  return (
    <TextInput
      {...rest}
      inputMode={integer ? 'numeric' : 'decimal'}
      autoComplete="off"
      value={shown}
      error={read.problem ? problems[read.problem] : error}
      onChange={(event) => {
        const next = event.currentTarget.value;
        setText(next);
        const { problem, value: number } = readNumber(next, limits);
        if (!problem) onChange(number);
      }}
      onBlur={(event) => {
        if (!read.problem) setText(null);
        rest.onBlur?.(event);
      }}
    />
  );
}
