import { Trans, useLingui } from '@lingui/react/macro';
import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Json } from '../../graphql/tada';
import type { Bundle } from './tools';

type Props = {
  label: string;
  description?: string;
  error?: string | undefined;
  /** Empty: the first of its kind. */
  value: string;
  bundles: readonly Bundle[];
  onChange: (value: Json | undefined) => void;
};

const OTHER = '+';

/** Which of several people, places or products of a row a field tells of, and which fields agree with it. */
export function BundleInput({ label, description, error, value, bundles, onChange }: Props) {
  const { t } = useLingui();
  const [naming, setNaming] = useState(false);
  const called = (word: string) => (word === '' ? t`the first of the row` : word);
  const words = [...new Set(['', ...bundles.map(({ word }) => word), ...(naming ? [] : [value])])];
  const option = (word: string) => {
    const fields = bundles.find((bundle) => bundle.word === word)?.fields ?? [];
    return { value: word, label: fields.length > 0 ? `${called(word)} (${fields.join(', ')})` : called(word) };
  };
  const agreeing = bundles.find((bundle) => bundle.word === value)?.fields ?? [];
  return (
    <>
      <NativeSelect
        label={label}
        description={description}
        error={naming ? undefined : error}
        data={[...words.map(option), { value: OTHER, label: t`another one …` }]}
        value={naming ? OTHER : value}
        onChange={({ currentTarget: { value: chosen } }) => {
          setNaming(chosen === OTHER);
          onChange(chosen === OTHER || chosen === '' ? undefined : chosen);
        }}
      />
      {naming ? (
        <TextInput
          mt={4}
          aria-label={t`Name of the new one`}
          placeholder={t`a word, such as partner`}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          error={error}
          value={value}
          onChange={({ currentTarget: { value: word } }) => onChange(word === '' ? undefined : word)}
          onBlur={() => setNaming(false)}
        />
      ) : null}
      <Text size="xs" c="var(--quiet)" mt={4} role="status">
        {agreeing.length > 0 ? (
          <Trans>Agrees with: {agreeing.join(', ')}</Trans>
        ) : (
          <Trans>No other field agrees with it yet.</Trans>
        )}
      </Text>
    </>
  );
}
